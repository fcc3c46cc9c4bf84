import { execFile } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { publint } from "publint";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };

const run = promisify(execFile);
const ROOT = new URL("../../", import.meta.url).pathname;
const PRISM = "@stoplight/prism-http";

const folder = await realpath(await mkdtemp(join(tmpdir(), "pack-")));
const project = join(folder, "project");
const consumer = join(folder, "consumer");
const installed = join(consumer, "node_modules/userpush");
afterAll(() => rm(folder, { recursive: true }));

/** The files that a clone would have, and those that are not committed yet. */
async function copyProject(): Promise<void> {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"];
  const { stdout } = await run("git", args, { cwd: ROOT });
  const files = stdout.split("\0").filter((file) => file !== "" && existsSync(join(ROOT, file)));
  for (const file of files) await cp(join(ROOT, file), join(project, file));
  await symlink(join(ROOT, "node_modules"), join(project, "node_modules"));
}

async function link(name: string): Promise<void> {
  const target = join(consumer, "node_modules", name);
  await mkdir(dirname(target), { recursive: true });
  await symlink(join(ROOT, "node_modules", name), target);
}

async function installTarball(tarball: string): Promise<void> {
  await mkdir(installed, { recursive: true });
  await run("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"]);
  await writeFile(join(consumer, "package.json"), '{"type":"module"}');
  for (const name of Object.keys(packageJson.dependencies)) await link(name);
}

/** Runs a program in the folder of the consumer, and returns what it prints. */
async function consume(program: string): Promise<string> {
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: consumer,
  });
  return stdout.trim();
}

let tarball = "";
beforeAll(async () => {
  await copyProject();
  await run("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: project });
  tarball = join(folder, (await readdir(folder)).find((name) => name.endsWith(".tgz")) ?? "none.tgz");
  await installTarball(tarball);
}, 120_000);

describe("the tarball", () => {
  test("is accepted by publint", async () => {
    const { buffer } = new Uint8Array(await readFile(tarball));
    const { messages } = await publint({ strict: true, pack: { tarball: buffer } });
    expect(messages).toEqual([]);
  });

  test("holds what is needed, and neither tests, scripts, sources nor maps", async () => {
    const { stdout } = await run("tar", ["-tzf", tarball]);
    const files = stdout.trim().split("\n");
    const wanted =
      /^package\/(package\.json|(\w+)\.md|LICENSE|dist\/.+(\.js|\.d\.ts)|openapi\/(samples\/.+\.xml|\w+\.yaml|README\.md)|docs\/(guides\/)?[\w-]+\.md|examples\/.+|test\/judges\/table\.md)$/;
    expect(files.filter((file) => !wanted.test(file))).toEqual([]);
    const needed = ["README.md", "LICENSE", "dist/index.js", "dist/index.d.ts", "openapi/ccs.yaml"];
    expect(files).toEqual(expect.arrayContaining(needed.map((file) => `package/${file}`)));
  });
});

describe("the Markdown of the tarball", () => {
  test("has no relative link that leads out of it, or nowhere", async () => {
    const pages = globSync(["README.md", "docs/**/*.md", "openapi/README.md", "examples/**/*.md"], {
      cwd: installed,
    });
    expect(pages).toContain("README.md");
    expect(pages.length).toBeGreaterThan(10);
    const dead = pages.flatMap((page) => linksOf(page).filter((file) => !existsSync(join(installed, file))));
    expect(dead).toEqual([]);
  });

  test("is all that README.md links to", () => {
    expect(linksOf("README.md")).toEqual(
      expect.arrayContaining([
        "docs/mapping.md",
        "docs/guides/own-program.md",
        "docs/guides/every-night.md",
        "examples/app/README.md",
        "test/judges/table.md",
      ]),
    );
  });
});

test("the example application of the tarball says how to make the tarball that it depends on", async () => {
  const app = join(installed, "examples/app");
  const { dependencies } = JSON.parse(await readFile(join(app, "package.json"), "utf8"));
  const [, file = "none"] = /^file:\.\/(.+)$/.exec(dependencies.userpush) ?? [];
  const [, commands = ""] = (await readFile(join(app, "README.md"), "utf8")).split("From the package");
  const [first = ""] = /^cp -R[\s\S]+?^mv .+$/m.exec(commands) ?? [];
  await run("sh", ["-ec", first], { cwd: consumer });
  expect(existsSync(join(consumer, "enrolment-desk", file))).toBe(true);
});

/** The files that a page of the installed package links to, from the root of the package. */
function linksOf(page: string): string[] {
  const text = readFileSync(join(installed, page), "utf8").replace(/^```[\s\S]*?^```$/gm, "");
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)];
  return links.map(([, link = ""]) => join(dirname(page), link));
}

describe("a consumer", () => {
  const MODULES: Readonly<Record<string, string>> = {
    ".": "isUserpushError",
    "./opscom": "createOpscomClient",
    "./activeplatform": "createActiveplatformClient",
    "./ccs": "createCcsClient",
    "./bulk": "pushFiles",
    "./node": "undiciTransport",
    "./testing": "startContractMock",
  };
  const specifier = (entry: string) => entry.replace(".", "userpush");

  test.each(Object.entries(MODULES))("imports %s, which has %s", async (entry, name) => {
    const program = `import { ${name} } from "${specifier(entry)}"; console.log(typeof ${name});`;
    expect(await consume(program)).toBe("function");
  });

  test.each([
    ["./openapi/opscom.yaml", "openapi: 3.1"],
    ["./openapi/activeplatform.yaml", "openapi: 3.1"],
    ["./openapi/ccs.yaml", "openapi: 3.1"],
    ["./package.json", `"version": "${packageJson.version}"`],
  ])("reads %s", async (entry, content) => {
    const file = await consume(`console.log(import.meta.resolve("${specifier(entry)}"));`);
    expect(await readFile(new URL(file), "utf8")).toContain(content);
    expect(file).toContain(installed);
  });

  test("has no other way in", async () => {
    const entries = [...Object.keys(MODULES), "./openapi/*.yaml", "./package.json"];
    expect(Object.keys(packageJson.exports).sort()).toEqual(entries.sort());
    await expect(consume('await import("userpush/dist/index.js")')).rejects.toThrow(
      "ERR_PACKAGE_PATH_NOT_EXPORTED",
    );
  });

  test("runs the command", async () => {
    const { stdout } = await run(join(installed, packageJson.bin.userpush), ["--version"]);
    expect(stdout).toBe(`${packageJson.version}\n`);
  });
});

describe("without Prism", () => {
  const wanted = `npm install --save-dev --save-exact ${PRISM}@${packageJson.peerDependencies[PRISM]}`;

  test("the mock rejects and says what to install", async () => {
    const program =
      'import { startContractMock as start } from "userpush/testing"; await start().catch((error) => console.log(error.message));';
    expect(await consume(program)).toContain(wanted);
  });

  test("the mock command says what to install on one line, and calls it no bug", async () => {
    const refused = run(join(installed, packageJson.bin.userpush), ["mock", "--port", "0"]);
    await expect(refused).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^userpush: .+\n$/),
    });
    await expect(refused).rejects.toMatchObject({ stderr: expect.stringContaining(wanted) });
  });
});

test("with Prism the mock of the package answers", async () => {
  await link(PRISM);
  const program =
    'import { startContractMock } from "userpush/testing"; const mock = await startContractMock(); console.log((await fetch(mock.url)).status); await mock.close();';
  expect(await consume(program)).toBe("404");
});
