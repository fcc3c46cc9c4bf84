import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createAudit } from "../../../src/bulk/record/audit.ts";
import { OutputError } from "../../../src/bulk/record/output-error.ts";
import { createPrivateFile } from "../../../src/bulk/record/private-file.ts";
import { createRejects } from "../../../src/bulk/record/rejects.ts";
import { writeWhole } from "../../../src/bulk/record/write-whole.ts";
import type { RowEvent } from "../../../src/bulk/run-event.ts";

vi.mock("../../../src/bulk/record/write-whole.ts", { spy: true });

/** As Node throws it: it names no file. */
function diskFull(): never {
  throw Object.assign(new Error("ENOSPC: no space left on device, write"), {
    ...{ code: "ENOSPC", syscall: "write" },
  });
}

const HEADER = ["unique_id", "first_name"];
const rejected = (header: readonly string[], cell = "Ann") => ({
  row: { file: "roster.csv", line: 2, header, cells: header.map(() => cell) },
  reasons: [{ message: "no" }],
});
const ROW: RowEvent = {
  ...{ type: "row", file: "roster.csv", line: 2, fate: "pushed", key: "N1", action: "new" },
  ...{ reasons: [], warnings: [], attempts: 1, status: 200 },
};

describe("a disk that is full", () => {
  let folder = "";
  let file = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "userpush-full-"));
    file = join(folder, "file");
  });
  afterEach(() => {
    vi.mocked(writeWhole).mockReset();
    rmSync(folder, { recursive: true });
  });
  const fill = () => vi.mocked(writeWhole).mockImplementation(diskFull);
  const says = () =>
    new OutputError(`${file} cannot be written: the disk is full; make room, or name a file elsewhere`);

  test.each<[string, (file: string) => unknown]>([
    ["while a file is written", (name) => createPrivateFile(name).write("x".repeat(70_000))],
    [
      "when it is completed",
      (name) => {
        const one = createPrivateFile(name);
        one.write("x");
        one.finish();
      },
    ],
    [
      "while rejects are written",
      (name) => {
        const all = createRejects({ file: name, isDropped: () => false });
        for (let count = 0; count < 3; count += 1) all.add(rejected(HEADER, "x".repeat(30_000)));
      },
    ],
  ])("is told with the name of the file, of which nothing stays, %s", (_, write) => {
    writeFileSync(file, "of the night before");
    fill();
    expect(() => write(file)).toThrow(says());
    expect([readdirSync(folder), readFileSync(file, "utf8")]).toEqual([["file"], "of the night before"]);
  });

  test.each([HEADER, ["email"]])(
    "leaves no draft of rejects where they are completed: %s",
    async (...header) => {
      const rejects = createRejects({ file, isDropped: () => false });
      rejects.add(rejected(HEADER));
      rejects.add(rejected(header));
      fill();
      await expect(rejects.finish({ isWhole: true })).rejects.toThrow(says());
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  test("leaves no draft of rejects where only their second writing fails", async () => {
    const rejects = createRejects({ file, isDropped: () => false });
    rejects.add(rejected(HEADER));
    rejects.add(rejected(["email"]));
    vi.mocked(writeWhole)
      .mockImplementationOnce(() => undefined)
      .mockImplementationOnce(diskFull);
    await expect(rejects.finish({ isWhole: true })).rejects.toThrow(says());
    expect(readdirSync(folder)).toEqual([]);
  });

  test("leaves the log of pushes to be given its rows again, and writes them below a line that was torn", () => {
    const audit = createAudit({ file, destination: "d" });
    audit.begin(1);
    vi.mocked(writeWhole).mockImplementationOnce(() => {
      writeFileSync(file, '{"time":"20');
      return diskFull();
    });
    expect(() => audit.add([ROW])).toThrow(says());
    audit.add([ROW, { ...ROW, key: "N2" }]);
    audit.close();
    const [torn, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
    expect([torn, lines.map((line) => JSON.parse(line).key)]).toEqual(['{"time":"20', ["N1", "N2"]]);
  });
});
