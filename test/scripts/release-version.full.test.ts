import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { editFile, PROJECT } from "./project-copy.ts";
import { createRepository, type Repository } from "./release-repository.ts";

const NOTE = "---\nuserpush: minor\n---\n\nCCS takes two digits of a department.\n";

const hasTools = existsSync(join(PROJECT, "docs/node_modules/@changesets"));
const describeRelease = hasTools || process.env["CI"] ? describe : describe.skip;

const release = ({ run }: Repository) => run(process.execPath, join(PROJECT, "scripts/release-version.ts"));

/** The newest section of a changelog. */
async function newestNotes({ folder }: Repository): Promise<string> {
  return (await readFile(join(folder, "CHANGELOG.md"), "utf8")).split("\n## ")[1] ?? "";
}

describeRelease("npm run release:version", () => {
  test("puts notes and the difference to the last release into the changelog, and makes the version", async () => {
    const repository = await createRepository();
    const { folder, run, commit } = repository;
    run("git", "tag", "v0.1.0");
    await editFile(join(folder, "openapi/ccs.yaml"), "maximum: 255", "maximum: 99");
    await writeFile(join(folder, ".changeset/two-digits.md"), NOTE);
    commit("Two digits");
    release(repository);

    const notes = await newestNotes(repository);
    expect(notes).toMatch(/^0\.2\.0\n/);
    expect(notes).toContain("- CCS takes two digits of a department.");
    expect(notes).toMatch(/### Contract\n\n```text\nmajor {2}ccs\.yaml .*\/departmentId\n +Upper bound/);
    expect(notes).toContain("1 change since v0.1.0, 1 of them breaking.");
    expect(JSON.parse(await readFile(join(folder, "package-lock.json"), "utf8")).version).toBe("0.2.0");
    // What was there before stays below.
    expect(await readFile(join(folder, "CHANGELOG.md"), "utf8")).toContain("\n## 0.1.0\n");
  });

  test("compares with the newest tag, by version and not by name", async () => {
    const repository = await createRepository();
    const { folder, run, commit } = repository;
    run("git", "tag", "v0.9.0");
    await editFile(join(folder, "openapi/ccs.yaml"), "maximum: 255", "maximum: 99");
    commit("Released with the change");
    run("git", "tag", "v0.10.0");
    await writeFile(join(folder, ".changeset/later.md"), NOTE);
    release(repository);
    expect(await newestNotes(repository)).toContain("Nothing changed since v0.10.0.");
  });

  test("says of a first release that there is nothing to compare with", async () => {
    const repository = await createRepository();
    await writeFile(join(repository.folder, ".changeset/first.md"), NOTE);
    release(repository);
    expect(await newestNotes(repository)).toContain("This is the first release");
  });

  test("ends with an error where no note says what changed", async () => {
    const repository = await createRepository();
    expect(() => release(repository)).toThrow("There is no note of a change");
  });
});
