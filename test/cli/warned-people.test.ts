import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openCampus } from "./campus.ts";

test("a key with a sign that cannot be seen is found by the line and the key that its warning names", async () => {
  await using campus = await openCampus();
  const people = ["p1", "p2\u200b", "p3", "p4\u001b", "p5\u200b"];
  await campus.write(
    "roster.csv",
    [
      "unique_id,login_source,email,first_name,last_name",
      ...people.map((id, index) => `${id},OPSCOM,p${index}@example.edu,Jo,Roy`),
    ].join("\n"),
  );
  const args = ["push", "roster.csv", "--first-run", "--report", "report.html"];
  const { code, stdout } = await campus.run(args);
  const odd = (sign: string) =>
    `\`unique_id\` holds what cannot be seen (${sign}); with it, this is somebody else`;
  expect([code, stdout.split("\n").slice(0, 6)]).toEqual([
    0,
    [
      "Sent, with a warning",
      `  2  ${odd("U+200B")}`,
      "     line 3  p2\u200b/OPSCOM",
      "     line 6  p5\u200b/OPSCOM",
      `  1  ${odd("U+001B")}`,
      "     line 5  p4\ufffd/OPSCOM",
    ],
  ]);
  const report = await readFile(join(campus.folder, "report.html"), "utf8");
  expect(report).toContain("line 5 <code>p4\ufffd/OPSCOM</code>");
});
