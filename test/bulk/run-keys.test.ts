import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createOpscomClient } from "../../src/apis/opscom.ts";
import { opscomTarget, type RunEvent, runPush } from "../../src/bulk/index.ts";

const folder = await mkdtemp(join(tmpdir(), "run-keys-"));
const file = join(folder, "roster.csv");
afterAll(() => rm(folder, { recursive: true }));

/** Runs against an API that takes everybody, and remembers what it was sent. */
async function run(content: string | Buffer, concurrency = 4) {
  await writeFile(file, content);
  const sent: object[] = [];
  const client = createOpscomClient({ tenant: "OC_TEST", apiToken: "test-token" });
  const target = {
    ...opscomTarget(client),
    push: async (record: object) => {
      sent.push(record);
      return { ok: true, data: {}, attempts: 1 } as never;
    },
  };
  const events: RunEvent[] = [];
  for await (const event of runPush({ file, target, concurrency })) events.push(event);
  const rows = events.filter((event) => event.type === "row").sort((one, other) => one.line - other.line);
  return { sent, started: events[0], rows, finished: events.at(-1) };
}

const HEADER = "unique_id,login_source,email\n";

describe("two rows of one person", () => {
  test.each([1, 4])("make one request and one reject, %i at a time", async (concurrency) => {
    const { sent, rows } = await run(
      `${HEADER}p1,OPSCOM,a@b.org\np2,OPSCOM,\np1,OPSCOM,c@d.org\n`,
      concurrency,
    );
    expect(sent).toEqual([
      { unique_id: "p1", login_source: "OPSCOM", email: "a@b.org" },
      { unique_id: "p2", login_source: "OPSCOM" },
    ]);
    expect(rows.map(({ fate }) => fate)).toEqual(["pushed", "pushed", "rejected"]);
    expect(rows[2]?.reasons).toEqual([
      { message: "line 2 holds the same person: one unique_id and login_source" },
    ]);
  });

  test("are one person also where blanks stand around the key", async () => {
    const { sent } = await run(`${HEADER}p1,OPSCOM,\n" p1 ", OPSCOM,\n`);
    expect(sent).toHaveLength(1);
  });

  test("are two people where the login source differs", async () => {
    const { sent } = await run(`${HEADER}p1,OPSCOM,\np1,LDAP,\n`);
    expect(sent).toHaveLength(2);
  });
});

describe("a run", () => {
  test("pushes a person whose first row was wrong and whose second is mended", async () => {
    const { rows, sent } = await run(
      "unique_id,login_source,email\np1,OPSCOM,nobody\np1,OPSCOM,a@b.ca\n,OPSCOM,\n,OPSCOM,\n",
    );
    expect(rows.map(({ line, fate }) => [line, fate])).toEqual([
      [2, "rejected"],
      [3, "pushed"],
      [4, "rejected"],
      [5, "rejected"],
    ]);
    expect(sent).toEqual([{ unique_id: "p1", login_source: "OPSCOM", email: "a@b.ca" }]);
    expect(rows[3]?.reasons[0]?.message).toMatch(/^`unique_id` is required/);
  });

  test("begins with the bytes, the rows and the columns that are not sent", async () => {
    const content = "unique_id,login_source,Shoe Size,\np1,OPSCOM,42,\np2,OPSCOM,43,\n";
    const { started } = await run(content);
    expect(started).toEqual({
      ...{ type: "started", bytes: content.length, rows: 2 },
      ignoredColumns: ["Shoe Size"],
    });
  });

  test("takes UTF-16 LE with a byte order mark", async () => {
    const { sent } = await run(Buffer.from("\uFEFFunique_id,login_source\nZoë,OPSCOM\n", "utf16le"));
    expect(sent).toEqual([{ unique_id: "Zoë", login_source: "OPSCOM" }]);
  });

  test("rejects a row that is malformed by itself, and pushes the others", async () => {
    const { rows, finished } = await run(`${HEADER}p1,OPSCOM,6" nail\np2,OPSCOM,\n`);
    expect(rows.map(({ line, fate }) => [line, fate])).toEqual([
      [2, "rejected"],
      [3, "pushed"],
    ]);
    expect(finished).toEqual({
      type: "finished",
      totals: { read: 2, pushed: 1, rejected: 1, failed: 0, notAttempted: 0 },
    });
  });
});
