import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "vitest";
import { copyProject, editFile, removeCopy, runIn } from "./project-copy.ts";

const PARTS = [
  "package.json",
  "redocly.yaml",
  "tsconfig.json",
  "openapi",
  "scripts",
  "src",
  "README.md",
  "docs/guides",
  "examples",
];

interface Damage {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** What `npm run check` says, and where. */
  readonly says: readonly string[];
}

const DAMAGES: readonly (readonly [name: string, damage: Damage])[] = [
  [
    "a generated file was edited",
    {
      file: "src/generated/opscom/rules.gen.ts",
      from: 'first_name: { type: "string", maxLength: 50',
      to: 'first_name: { type: "string", maxLength: 60',
      says: ["differs: src/generated/opscom/rules.gen.ts", "Run: npm run generate"],
    },
  ],
  [
    // What is generated does not depend on this one: only the linter can miss it.
    "an extension is missing",
    {
      file: "openapi/opscom.yaml",
      from: "x-label: Login Source\n          x-sensitive: false\n",
      to: "x-label: Login Source\n",
      says: ["openapi/opscom.yaml", "login_source: x-sensitive must say", "userpush/fields"],
    },
  ],
  [
    "an example is not valid",
    {
      file: "openapi/ccs.yaml",
      from: "roleId: 1\n",
      to: "roleId: one\n",
      says: ["openapi/ccs.yaml", "must be integer", "no-invalid-media-type-examples"],
    },
  ],
  [
    "a page shows an example otherwise than it is",
    {
      file: "examples/mapping.yaml",
      from: "fields:",
      to: "fields: # of this campus",
      says: ["differs: docs/guides/banner.md", "Run: npm run generate"],
    },
  ],
];

describe.concurrent("npm run check", { timeout: 60_000 }, () => {
  test("accepts the project as it is", async ({ expect, onTestFinished }) => {
    const folder = await copyProject(PARTS);
    onTestFinished(() => removeCopy(folder));

    const { code, stderr } = await runIn(folder, "npm", ["run", "check"]);

    expect(code, stderr).toBe(0);
  });

  test.for(DAMAGES)("fails when %s, and says where", async ([, damage], { expect, onTestFinished }) => {
    const folder = await copyProject(PARTS);
    onTestFinished(() => removeCopy(folder));
    const file = join(folder, damage.file);
    await editFile(file, damage.from, damage.to);
    const damaged = await readFile(file, "utf8");

    const { code, stdout, stderr } = await runIn(folder, "npm", ["run", "check"]);

    expect(code).toBe(1);
    for (const text of damage.says) expect(stdout + stderr).toContain(text);
    // It is for a person to decide which of the two is right.
    expect(await readFile(file, "utf8")).toBe(damaged);
  });
});
