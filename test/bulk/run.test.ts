import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { createOpscomClient } from "../../src/apis/opscom.ts";
import { opscomTarget, type Reason, type RunEvent, type RunOptions, runPush } from "../../src/bulk/index.ts";

type Answer = "hang" | "cut" | readonly [status: number, body: string];
const OK: Answer = [200, '{"status":"success","reference_id":1}'];
const PAGE: Answer = [200, "<html>Please log in</html>"];
const http = (status: number): Answer => [status, ""];
const fault = (code: number, status = 200): Answer => [status, `{"ErrorCode":${code},"ErrorMessage":"no"}`];

/** What the server does to each person, by unique_id, request by request. Default: success. */
let script: Record<string, Answer[]> = {};
let requests: string[] = [];
let onRequest: (() => unknown) | undefined;
beforeEach(() => {
  [script, requests, onRequest] = [{}, [], undefined];
});

const server = createServer(async (request, response) => {
  const body = (await request.map(String).toArray()).join("");
  const { unique_id } = JSON.parse(body) as { unique_id: string };
  requests.push(unique_id);
  await onRequest?.();
  const answer = script[unique_id]?.shift() ?? OK;
  if (answer === "cut") request.socket.destroy();
  else if (answer !== "hang") response.writeHead(answer[0]).end(answer[1]);
});
await once(server.listen(0, "127.0.0.1"), "listening");
const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const folder = await mkdtemp(join(tmpdir(), "run-"));
afterAll(async () => {
  server.close().closeAllConnections();
  await rm(folder, { recursive: true });
});

/** Runs to the end, and holds each event to what must be true of all of them. */
async function run(lines: readonly string[], options: Partial<RunOptions> = {}, maxRetries = 0) {
  const file = join(folder, "roster.csv");
  await writeFile(file, lines.join("\n"));
  const limits = { maxRetries, timeoutMs: 250, random: () => 0 };
  const client = createOpscomClient({ tenant: "OC_TEST", apiToken: "test-token", baseUrl, ...limits });
  const events: RunEvent[] = [];
  for await (const event of runPush({ file, target: opscomTarget(client), concurrency: 1, ...options })) {
    events.push(event);
    if (event.type === "started") continue;
    const { read, pushed, rejected, failed, notAttempted } = event.totals;
    expect(pushed + rejected + failed + notAttempted).toBe(read);
  }
  const rows = events.filter((event) => event.type === "row").sort((one, other) => one.line - other.line);
  const { totals, stop } = events.at(-1) as Extract<RunEvent, { type: "finished" }>;
  expect(rows).toHaveLength(totals.read);
  return {
    rows,
    counts: [totals.pushed, totals.rejected, totals.failed, totals.notAttempted],
    stop: stop?.reason,
  };
}

const HEADER = "unique_id,login_source";
const PEOPLE = ["p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9"];
const ROSTER = [HEADER, ...PEOPLE.map((id) => `${id},OPSCOM`)];

describe("a person", () => {
  const show = (row?: { readonly reasons: readonly Reason[] }) =>
    row?.reasons
      .map(({ code, wouldBe, field, message }) => [code ?? wouldBe, field, message].filter(Boolean).join(" "))
      .join();

  test.each<[string, Answer[], string, RegExp]>([
    ["is pushed by a success", [OK], "pushed 1", /^$/],
    ["is pushed by a success after HTTP 500", [http(500), http(500), OK], "pushed 3", /^$/],
    ["is pushed by a success after no answer", ["hang", "cut", OK], "pushed 3", /^$/],
    ["fails at HTTP 500 after all repeats", Array(9).fill(http(500)), "failed 3", /HTTP 500$/],
    ["fails at a page", [PAGE], "failed 1", /^pushProfile .*cannot be read/],
    ["is rejected by a fault in HTTP 200", [fault(9019)], "rejected 1", /^9019 email .*must be unique/],
    ["is rejected by a fault in HTTP 400", [fault(9020, 400)], "rejected 1", /^9020 user_name .*unique/],
    ["is rejected by a fault in HTTP 500", [fault(9022, 500)], "rejected 1", /^9022 pushProfile .*exists/],
  ])("%s", async (_, answers, want, reason) => {
    script = { p1: answers };
    const { rows, stop } = await run(ROSTER.slice(0, 2), {}, 2);
    expect([`${rows[0]?.fate} ${requests.length}`, stop]).toEqual([want, undefined]);
    expect(show(rows[0])).toMatch(reason);
  });

  test.each<[string, string, RegExp]>([
    ["without login source", "p1,,", /^9014 login_source .*is required/],
    ["whose id is too long", `${"1".repeat(51)},OPSCOM,`, /^9030 unique_id .*the limit is 50/],
    ["whose e-mail is none", "p1,OPSCOM,nobody", /^9033 email .*must be an e-mail address/],
    ["with a cell too many", "p1,OPSCOM,,x", /^the row has 4 cells/],
    ["with a quote within a cell", 'p1,OPS"COM,', /^a quote stands within a cell/],
  ])("%s is rejected and costs no request", async (_, row, reason) => {
    const { rows, counts } = await run([`${HEADER},email`, row]);
    expect([counts, requests]).toEqual([[0, 1, 0, 0], []]);
    expect(show(rows[0])).toMatch(reason);
  });

  test("with two names of one field that differ is pushed, with a warning", async () => {
    const { rows, counts } = await run([`${HEADER},state,province`, "p1,OPSCOM,ON,ON", "p2,OPSCOM,ON,NY"]);
    expect([counts, rows[0]?.warnings]).toEqual([[2, 0, 0, 0], []]);
    expect(rows[1]?.warnings).toEqual([expect.stringContaining("`province` and `state` are two names")]);
  });
});

describe("a run", () => {
  const cut = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, ["cut" as const]]));

  test.each<[string, Record<string, Answer[]>, number[], string?]>([
    ["goes on after failures", { p2: [fault(9019)], p4: [http(500)], p6: [PAGE], p8: ["cut"] }, [5, 1, 3, 0]],
    ["stops at once at fault 9000", { p3: [fault(9000, 400)] }, [2, 0, 0, 7], "refused"],
    ["stops at once at fault 9001", { p3: [fault(9001, 400)] }, [2, 0, 0, 7], "refused"],
    ["stops at once at fault 9002", { p3: [fault(9002)] }, [2, 0, 0, 7], "refused"],
    ["stops at once at HTTP 401", { p3: [http(401)] }, [2, 0, 0, 7], "refused"],
    ["stops at once at a redirect", { p3: [http(302)] }, [2, 0, 0, 7], "refused"],
    ["stops after five in a row without an answer", cut(PEOPLE.slice(1, 6)), [1, 0, 5, 3], "unreachable"],
    ["counts anew after an answer, be it a refusal", { ...cut(PEOPLE), p5: [fault(9019)] }, [0, 1, 8, 0]],
    [
      "stops after three pages in a row",
      Object.fromEntries(PEOPLE.map((id) => [id, [PAGE]])),
      [0, 0, 3, 6],
      "refused",
    ],
  ])("%s", async (_, given, counts, stop) => {
    script = given;
    expect(await run(ROSTER)).toMatchObject({ counts, stop });
    expect(requests).toEqual(PEOPLE.slice(0, counts[3] === 7 ? 3 : 9 - (counts[3] ?? 0)));
  });

  test("finishes what is in flight when its signal is aborted, and counts the rest", async () => {
    const controller = new AbortController();
    onRequest = () => (requests.length === 3 ? controller.abort() : once(controller.signal, "abort"));
    const { counts, stop } = await run(ROSTER, { concurrency: 3, signal: controller.signal });
    expect([counts, stop]).toEqual([[3, 0, 0, 6], "interrupted"]);
  });

  test("was not stopped by what came after its last person", async () => {
    const controller = new AbortController();
    onRequest = () => requests.length === 9 && controller.abort();
    const { counts, stop } = await run(ROSTER, { signal: controller.signal });
    expect([counts, stop]).toEqual([[9, 0, 0, 0], undefined]);
  });

  test.each([
    ["is missing a column", ["unique_id,email", "p1,a@example.org"], "no column for login_source"],
    ["has an open quote", [`${HEADER},"email`, "p1,OPSCOM"], "never closed"],
    ["is missing altogether", [], "is empty"],
    ["has no rows below it", [HEADER], "has no rows below its header"],
  ])("refuses a file whose header %s", async (_, lines, words) => {
    const refusal = { name: "FileError", message: expect.stringContaining(words) };
    await expect(run(lines)).rejects.toMatchObject(refusal);
    expect(requests).toEqual([]);
  });
});
