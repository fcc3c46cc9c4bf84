import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createAudit } from "../../../src/bulk/record/audit.ts";
import type { RowEvent } from "../../../src/bulk/run-event.ts";

const NOON = Date.UTC(2026, 10, 24, 12);
const ROW: RowEvent = {
  ...{ type: "row", file: "roster.csv", line: 2, fate: "pushed", key: "N1", action: "new" },
  ...{ reasons: [], warnings: [], attempts: 1, status: 200, reference: "44" },
};

describe("the audit log", () => {
  let folder = "";
  let file = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "userpush-audit-"));
    file = join(folder, "audit.jsonl");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function open(run = 7) {
    const audit = createAudit({ file, destination: 'ccs "x"', now: () => NOON });
    audit.begin(run);
    return audit;
  }
  const lines = () => readFileSync(file, "utf8").split("\n");
  const entries = () => lines().flatMap((line) => (line ? [JSON.parse(line) as object] : []));

  test("says of a push when, where, who, what came of it, and no more", () => {
    const audit = open();
    audit.add([ROW]);
    audit.close();
    expect(readFileSync(file, "utf8")).toBe(
      '{"time":"2026-11-24T12:00:00.000Z","run":7,"destination":"ccs \\"x\\"","file":"roster.csv","line":2,' +
        '"key":"N1","action":"new","fate":"pushed","attempts":1,"status":200,"reference":"44"}\n',
    );
  });

  test("has the code that the API answered, never a message", () => {
    const audit = open();
    const reasons = [{ code: 9019, answered: true, message: "canary42" }];
    audit.add([{ ...ROW, fate: "rejected", reasons, warnings: ["canary42"], reference: undefined }]);
    audit.close();
    expect(entries()).toEqual([expect.objectContaining({ fate: "rejected", code: 9019 })]);
    expect(readFileSync(file, "utf8")).not.toMatch(/canary42|reference/);
  });

  test("says which folder is not there", () => {
    const lost = { file: join(tmpdir(), "no-such-folder", "a"), destination: "d" };
    expect(() => createAudit(lost)).toThrow(
      /there is no folder .*no-such-folder; create it, or name another/,
    );
  });

  test("has no line for a row that was not sent", () => {
    const audit = open();
    audit.add([{ ...ROW, fate: "rejected", attempts: 0 }]);
    audit.add([{ ...ROW, fate: "notAttempted", attempts: 0 }]);
    audit.close();
    expect(entries()).toEqual([]);
  });

  test.each(["ann@example.org", 'a"b', "back\\slash", "two\nlines", "Zoë 🎓", "\u2028", ""])(
    "writes a key as %j so that it is read back",
    (key) => {
      const audit = open();
      audit.add([{ ...ROW, key, file: key, reference: key }]);
      audit.close();
      expect(entries()).toEqual([expect.objectContaining({ key, file: key, reference: key })]);
      expect(lines()).toHaveLength(2);
    },
  );

  test("is continued by each run, and readable by its owner alone", () => {
    writeFileSync(file, "", { mode: 0o644 });
    for (const run of [1, 2]) {
      const audit = open(run);
      audit.add([ROW]);
      audit.close();
    }
    expect(entries()).toEqual([expect.objectContaining({ run: 1 }), expect.objectContaining({ run: 2 })]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("goes on below a line that was torn", () => {
    writeFileSync(file, '{"time":"20');
    const audit = open();
    audit.add([ROW]);
    audit.close();
    expect(lines()[0]).toBe('{"time":"20');
    expect(JSON.parse(lines()[1] ?? "")).toMatchObject({ key: "N1" });
  });

  test("outlives a process that is killed, from the moment it was given", () => {
    const audit = open();
    audit.add([ROW, { ...ROW, attempts: 0 }, { ...ROW, key: "N2" }]);
    expect(entries()).toMatchObject([{ key: "N1" }, { key: "N2" }]);
    audit.close();
    expect(entries()).toHaveLength(2);
  });

  test("lets others append between its lines", () => {
    const audit = open();
    audit.add([ROW]);
    appendFileSync(file, "{}\n");
    audit.add([ROW]);
    audit.close();
    expect(entries()).toHaveLength(3);
  });
});
