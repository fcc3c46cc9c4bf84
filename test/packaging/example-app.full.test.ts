import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

test("the example application installs the package and passes its contract tests", async () => {
  const { stdout } = await promisify(execFile)("npm", ["run", "example:app"]);
  expect(stdout).toMatch(/pass 5\n/);
  expect(stdout).toMatch(/fail 0\n/);
});
