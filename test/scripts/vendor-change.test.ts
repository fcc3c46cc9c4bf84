import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT } from "./project-copy.ts";
import { createRepository } from "./release-repository.ts";

// docs/guides/vendor-changes.md shows both files.
test("the change that the guide makes is what the guide says of it", async () => {
  const { run } = await createRepository();
  run("git", "apply", "--unidiff-zero", join(PROJECT, "examples/vendor-change.diff"));
  const printed = run(process.execPath, join(PROJECT, "scripts/contract-diff.ts"), "HEAD");
  expect(printed).toBe(readFileSync(join(PROJECT, "examples/vendor-change.txt"), "utf8"));
});
