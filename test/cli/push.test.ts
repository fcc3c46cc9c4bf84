import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { openCampus, sumOf } from "./campus.ts";

const FINISHING = "Finishing what is in flight; once more stops at once.\n";

const answer = (body: object) => () => ({ deed: { status: 200, body: JSON.stringify(body) }, delayMs: 0 });

describe("night after night", () => {
  test("who is new is pushed, who is unchanged costs no request, and who changed is pushed again", async () => {
    await using campus = await openCampus();
    await campus.writePeople(30);
    const first = await campus.run(["push", "roster.csv", "--first-run"]);
    expect([first.code, first.stderr, sumOf(first.stdout)]).toMatchObject([0, "", { read: 30, pushed: 30 }]);

    const second = await campus.run(["push", "roster.csv"]);
    expect([second.code, sumOf(second.stdout)]).toMatchObject([0, { read: 30, pushed: 0, unchanged: 30 }]);
    expect(campus.api.requests()).toBe(30);

    const text = await readFile(join(campus.folder, "roster.csv"), "utf8");
    await campus.write("roster.csv", text.replace("p7,OPSCOM,Ottawa", "p7,OPSCOM,Halifax"));
    const third = await campus.run(["push", "roster.csv"]);
    expect([third.code, sumOf(third.stdout)]).toMatchObject([0, { pushed: 1, unchanged: 29 }]);
    expect(campus.api.written.get("p7")).toBe(2);
  });

  test("--full pushes everybody again, and is not for an API that only creates", async () => {
    await using campus = await openCampus();
    await campus.writePeople(5);
    await campus.run(["push", "roster.csv", "--first-run"]);
    const full = await campus.run(["push", "roster.csv", "--full"]);
    expect([full.code, sumOf(full.stdout), campus.api.requests()]).toMatchObject([0, { pushed: 5 }, 10]);
    const refused = await campus.run([
      "push",
      "roster.csv",
      "--full",
      "--api",
      "ccs",
      "--base-url",
      campus.api.url,
    ]);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringMatching(/^userpush: .*--full.*\n$/)]);
  });

  test.each([
    ["the file", "roster.csv"],
    ["the file, which is called by another spelling of its path", ".//roster.csv"],
  ])("people who are gone from %s are counted, and kept", async (_, file) => {
    await using campus = await openCampus();
    await campus.writePeople(30);
    await campus.run(["push", "./roster.csv", "--first-run"]);
    await campus.writePeople(27);
    const { code, stdout } = await campus.run(["push", file]);
    expect([code, stdout]).toEqual([0, expect.stringContaining("Missing: 3 people")]);
  });

  test("whose date cannot be read is rejected by name, and is not missing", async () => {
    await using campus = await openCampus();
    await campus.write("map.yaml", "fields: { date_of_birth: { column: born, date: YYYYMMDD } }");
    const header = "unique_id,login_source,born\n";
    const args = ["push", "roster.csv", "--map", "map.yaml"];
    await campus.write("roster.csv", `${header}p1,OPSCOM,20010131\np2,OPSCOM,20010131\n`);
    await campus.run([...args, "--first-run"]);
    await campus.write("roster.csv", `${header}p1,OPSCOM,20010229\n,OPSCOM,20010229\np2,OPSCOM,20010131\n`);
    const { code, stdout } = await campus.run(args);
    expect([code, stdout]).toEqual([1, expect.stringMatching(/line 2 +p1\/OPSCOM +`date_of_birth` has/)]);
    expect(stdout).toMatch(/line 3 +`date_of_birth` has/);
    expect(stdout).not.toContain("Missing");
  });
});

describe("a brake", () => {
  test("ends with 3 and sends nobody where nobody is known yet", async () => {
    await using campus = await openCampus();
    await campus.writePeople(30);
    const { code, stdout } = await campus.run(["push", "roster.csv"]);
    expect([code, sumOf(stdout), campus.api.requests()]).toMatchObject([3, { "not attempted": 30 }, 0]);
    expect(stdout).toContain("--first-run");
  });

  test("holds for a state that was lost", async () => {
    await using campus = await openCampus();
    await campus.writePeople(3);
    await campus.run(["push", "roster.csv", "--first-run"]);
    await writeFile(join(campus.folder, ".userpush/state.sqlite.key"), "A".repeat(43));
    const { code, stderr } = await campus.run(["push", "roster.csv"]);
    expect([code, campus.api.requests()]).toEqual([3, 3]);
    expect(stderr).toContain("Note: the key of the state is lost or is another one");
  });

  test("still writes the rejects, so that they can be mended", async () => {
    await using campus = await openCampus();
    await campus.write("roster.csv", `unique_id,login_source,province\n${"x,OPSCOM,Ontario\n".repeat(20)}`);
    const { code, stdout } = await campus.run(["push", "roster.csv", "--rejects", "rejects.csv"]);
    expect([code, sumOf(stdout)]).toMatchObject([3, { rejected: 20 }]);
    expect((await readFile(join(campus.folder, "rejects.csv"), "utf8")).split("\n")).toHaveLength(22);
  });

  test("does not hold a run that continues one that was allowed", async () => {
    await using campus = await openCampus(() => ({ deed: "answer", delayMs: 30 }));
    await campus.writePeople(100);
    const first = campus.start(["push", "roster.csv", "--first-run", "--concurrency", "2"]);
    while (campus.api.requests() < 20) await wait(5);
    first.kill("SIGKILL");
    await first.ended;
    const { code, stdout } = await campus.run(["push", "roster.csv"]);
    expect([code, sumOf(stdout)["not attempted"], campus.api.written.size]).toEqual([0, 0, 100]);
  });
});

describe("rejects", () => {
  test("are corrected and pushed as they are, and nobody is missing from them", async () => {
    await using campus = await openCampus();
    const rows = ["p1,OPSCOM,ON,1", "p2,OPSCOM,Ontario,2", "p3,OPSCOM,ON,3"];
    await campus.write("roster.csv", ["unique_id,login_source,province,Shoe Size", ...rows].join("\n"));
    const first = await campus.run(["push", "roster.csv", "--first-run", "--rejects", "rejects.csv"]);
    expect([first.code, first.stderr]).toEqual([
      1,
      expect.stringMatching(/^Note: not sent, .*: Shoe Size\n$/),
    ]);
    const file = join(campus.folder, "rejects.csv");
    const rejects = await readFile(file, "utf8");
    expect(rejects).toMatch(
      /^\ufeffunique_id,login_source,province,Shoe Size,userpush_row,.*\r\np2,OPSCOM,Ontario,2,/,
    );
    expect((await stat(file)).mode & 0o777).toBe(0o600);

    await writeFile(file, rejects.replace("p2,OPSCOM,Ontario", "p2,OPSCOM,ON"));
    const mended = await campus.run(["push", "rejects.csv"]);
    expect([mended.code, sumOf(mended.stdout)]).toMatchObject([0, { read: 1, pushed: 1 }]);
    expect(mended.stdout).not.toContain("Missing");
  });
});

describe("standard input", () => {
  test("is pushed, and nothing is kept of it", async () => {
    await using campus = await openCampus();
    const { code } = await campus.run(["push", "-", "--first-run"], "unique_id;login_source\np1;OPSCOM\n");
    const left = (await readdir(join(campus.folder, ".userpush"))).filter((name) => name.includes("stdin"));
    expect([code, [...campus.api.written.keys()], left]).toEqual([0, ["p1"], []]);
  });

  test("is planned, and the folder in which it was kept is empty then", async () => {
    await using campus = await openCampus();
    const { code } = await campus.run(["plan", "-"], "unique_id;login_source\np1;OPSCOM\n");
    const left = await readdir(campus.folder, { recursive: true });
    expect([code, left.filter((name) => name !== ".userpush")]).toEqual([3, []]);
  });
});

test("nothing is kept of standard input, or of rejects that are not complete, after a second signal", async () => {
  await using campus = await openCampus(() => ({ deed: "answer", delayMs: 60_000 }));
  const run = campus.start(
    ["push", "-", "--first-run", "--rejects", "r.csv"],
    "unique_id;login_source;zip\np1;OPSCOM;\np2;;\n",
  );
  while (campus.api.requests() === 0) await wait(5);
  const left = async () =>
    (await readdir(campus.folder, { recursive: true })).filter((name) => /stdin|partial/.test(name));
  expect(await left()).toHaveLength(2);
  run.kill("SIGTERM");
  await wait(300);
  run.kill("SIGTERM");
  expect([(await run.ended).code, await left()]).toEqual([143, []]);
});

describe("userpush push ends", () => {
  test("with 4 at the first refusal of the token, and sends nobody else", async () => {
    await using campus = await openCampus(answer({ ErrorCode: 9002, ErrorMessage: "no" }));
    await campus.writePeople(30);
    const { code, stdout } = await campus.run(["push", "roster.csv", "--first-run", "--concurrency", "1"]);
    expect([code, sumOf(stdout), campus.api.requests()]).toMatchObject([4, { "not attempted": 30 }, 1]);
    expect(stdout).toContain("fault 9002");
  });

  test("with 4 where twenty in a row are refused for one reason", async () => {
    await using campus = await openCampus(answer({ ErrorCode: 9015, ErrorMessage: "no" }));
    await campus.writePeople(60);
    const { code, stdout } = await campus.run(["push", "roster.csv", "--first-run", "--concurrency", "1"]);
    expect([code, sumOf(stdout)]).toMatchObject([4, { rejected: 20, "not attempted": 40 }]);
  });

  test("with 5 where the API cannot be reached", async () => {
    await using campus = await openCampus();
    await campus.writePeople(10);
    const args = ["--first-run", "--base-url", "http://127.0.0.1:1"];
    const { code, stdout } = await campus.run(["push", "roster.csv", ...args]);
    expect([code, sumOf(stdout)]).toMatchObject([5, { read: 10, "not attempted": 10 }]);
    expect(stdout).toContain("ECONNREFUSED");
  }, 90_000);

  test("with 6 where another run holds the state", async () => {
    await using campus = await openCampus(() => ({ deed: "answer", delayMs: 500 }));
    await campus.writePeople(40);
    const first = campus.start(["push", "roster.csv", "--first-run", "--concurrency", "1"]);
    while (campus.api.requests() === 0) await wait(5);
    const second = await campus.run(["push", "roster.csv"]);
    first.kill("SIGKILL");
    await first.ended;
    expect([second.code, second.stderr]).toEqual([6, expect.stringMatching(/^userpush: another run .*\n$/)]);
  });

  test("with 8 where the file changes while it is pushed", async () => {
    await using campus = await openCampus(() => ({ deed: "answer", delayMs: 20 }));
    await campus.writePeople(4_000);
    const run = campus.start(["push", "roster.csv", "--first-run", "--concurrency", "8"]);
    while (campus.api.requests() === 0) await wait(5);
    await campus.writePeople(3_999);
    const { code, stdout } = await run.ended;
    const { read, pushed, "not attempted": left } = sumOf(stdout);
    expect([code, read]).toEqual([8, 4_000]);
    expect((pushed ?? 0) + (left ?? 0)).toBe(4_000);
  }, 60_000);

  test("with everybody pushed although nobody reads what it prints", async () => {
    await using campus = await openCampus(answer({ ErrorCode: 9019, ErrorMessage: "no" }));
    await campus.writePeople(19);
    const { code } = await campus.run(["push", "roster.csv", "--first-run", "--json"]);
    expect([code, campus.api.requests()]).toEqual([1, 19]);
  });

  describe.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)("by %s with %i", (signal, code) => {
    test("after what is in flight, and with a complete summary", async () => {
      await using campus = await openCampus(() => ({ deed: "answer", delayMs: 300 }));
      await campus.writePeople(200);
      const run = campus.start(["push", "roster.csv", "--first-run", "--concurrency", "3"]);
      while (campus.api.requests() === 0) await wait(5);
      run.kill(signal);
      const { stdout, ...rest } = await run.ended;
      const pushed = campus.api.written.size;
      expect(rest).toEqual({ code, stderr: FINISHING });
      expect(sumOf(stdout)).toMatchObject({ read: 200, pushed, "not attempted": 200 - pushed });
      expect(stdout).toContain("Stopped: the run was interrupted\n");
    });

    test("at once when another one comes", async () => {
      await using campus = await openCampus(() => ({ deed: "answer", delayMs: 60_000 }));
      await campus.writePeople(9);
      const run = campus.start(["push", "roster.csv", "--first-run"]);
      while (campus.api.requests() === 0) await wait(5);
      run.kill(signal);
      await wait(300);
      run.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
      expect(await run.ended).toEqual({
        code: signal === "SIGHUP" ? 143 : code,
        stdout: "",
        stderr: FINISHING,
      });
    });
  });

  test("once for a lost terminal, which is told by its shell and by the system", async () => {
    await using campus = await openCampus(() => ({ deed: "answer", delayMs: 300 }));
    await campus.writePeople(200);
    const run = campus.start(["push", "roster.csv", "--first-run", "--concurrency", "3"]);
    while (campus.api.requests() === 0) await wait(5);
    run.kill("SIGHUP");
    await wait(20);
    run.kill("SIGHUP");
    const { code, stdout } = await run.ended;
    expect([code, sumOf(stdout)]).toMatchObject([129, { pushed: campus.api.written.size }]);
  });
});

test("--json tells versioned events, one a line, and the end last, on interruption too", async () => {
  await using campus = await openCampus(() => ({ deed: "answer", delayMs: 100 }));
  await campus.writePeople(60);
  const run = campus.start(["push", "roster.csv", "--first-run", "--json", "--concurrency", "2"]);
  while (campus.api.requests() < 4) await wait(5);
  run.kill("SIGINT");
  const { stdout } = await run.ended;
  const events = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(events.every(({ v }) => v === 1)).toBe(true);
  expect(events.at(-1)).toMatchObject({
    type: "finished",
    totals: { read: 60 },
    stop: { reason: "interrupted" },
  });
});

describe("--quiet", () => {
  const HEADER = "unique_id,login_source,province,Shoe Size,SPRIDEN_CHANGE_IND";
  const FILES = ["--map", "map.yaml", "--rejects", "rejects.csv", "--report", "report.html"];
  const skip = "skip:\n  an old id: { column: SPRIDEN_CHANGE_IND, empty: false }\n";

  test("leaves one line of a night on which all is well, and notes and skipped rows without it", async () => {
    await using campus = await openCampus();
    await campus.write("map.yaml", skip);
    await campus.write("roster.csv", `${HEADER}\np1,OPSCOM,ON,9,\np1,OPSCOM,ON,9,I\n`);
    const loud = await campus.run(["push", "roster.csv", "--first-run", ...FILES]);
    expect([loud.code, loud.stderr]).toEqual([0, expect.stringContaining("Shoe Size")]);
    expect(loud.stdout).toMatch(/\nSkipped\n[\s\S]*\nWritten\n/);
    const quiet = await campus.run(["push", "roster.csv", "--quiet", ...FILES]);
    expect([quiet.code, quiet.stderr]).toEqual([0, ""]);
    expect(quiet.stdout).toMatch(/^2 read = 0 pushed \+ 1 unchanged \+ 1 skipped .*\n$/);
    const plan = await campus.run(["plan", "roster.csv", "--quiet", "--map", "map.yaml"]);
    expect(plan.stdout).not.toContain("Shoe Size");
  });

  test("leaves what needs somebody, and may stand in the file of settings", async () => {
    await using campus = await openCampus();
    await campus.write("map.yaml", skip);
    await campus.write("userpush.yaml", "quiet: true\n");
    await campus.write("roster.csv", `${HEADER}\np1,OPSCOM,ON,9,\np2,OPSCOM,Ontario,9,\n`);
    const { code, stdout, stderr } = await campus.run(["push", "roster.csv", "--first-run", ...FILES]);
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toMatch(/\nRejected \(1\)\n[\s\S]*\nWritten\n {2}rejects[\s\S]*\n2 read = 1 pushed/);
  });
});

test("userpush plan takes the options of push, and those of sending leave nothing", async () => {
  await using campus = await openCampus();
  await campus.write("roster.csv", "unique_id,login_source,province\np1,OPSCOM,Ontario\np2,OPSCOM,ON\n");
  const files = ["--rejects", "rejects.csv", "--report", "report.html", "--audit", "audit.jsonl"];
  const command = ["roster.csv", "--rate", "5", "--concurrency", "2", ...files];
  const plan = await campus.run(["plan", ...command]);
  expect([plan.code, plan.stderr, await readdir(campus.folder)]).toEqual([3, "", ["roster.csv"]]);
  const push = await campus.run(["push", ...command, "--first-run"]);
  expect([push.code, push.stderr, await readdir(campus.folder)]).toMatchObject([
    1,
    "",
    expect.arrayContaining(["rejects.csv", "report.html", "audit.jsonl"]),
  ]);
});

test("userpush plan writes nothing and sends nobody", async () => {
  await using campus = await openCampus();
  await campus.writePeople(30);
  await campus.run(["push", "roster.csv", "--first-run"]);
  const files = async () =>
    Promise.all(
      (await readdir(campus.folder, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map(async ({ parentPath, name }) => [name, await readFile(join(parentPath, name), "base64")]),
    );
  const before = await files();
  await campus.writePeople(25, "Halifax");
  const { code, stdout } = await campus.run(["plan", "roster.csv"]);
  expect([code, campus.api.requests()]).toEqual([3, 30]);
  expect(stdout).toMatch(/\n +25 {2}changed +city 25\n/);
  expect(stdout).toContain("Missing (5)");
  expect((await files()).filter(([name]) => name !== "roster.csv")).toEqual(
    before.filter(([name]) => name !== "roster.csv"),
  );
});
