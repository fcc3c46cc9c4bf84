import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Installation, installPackage } from "../support/installed-package.ts";
import { describeOnRuntimes, runtime } from "../support/runtimes.ts";

const run = promisify(execFile);

const COMPILERS = [
  ["5.9", resolve("node_modules/typescript/bin/tsc")],
  ["6.0", runtime("typescript6/bin/tsc")],
  ["7.0", runtime("typescript7/bin/tsc")],
] as const;

/** With every declaration of the package checked, and nothing of Node in sight. */
const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
};
const COMMON = { noEmit: true, target: "es2022", lib: ["es2023", "dom", "dom.iterable"], types: [] };

describeOnRuntimes("a project that uses the packed package", () => {
  let installed: Installation;
  beforeAll(() => {
    installed = installPackage();
    installed.copy("test/types/surface.ts", "surface.ts");
    installed.copy("test/runtimes/smoke.ts", "smoke.ts");
    writeFileSync(join(installed.folder, "everything.ts"), everyEntry());
  });
  afterAll(() => installed.remove());

  /** What the compiler has to say of some files; nothing is best. */
  async function compile(
    compiler: string,
    compilerOptions: object,
    files: readonly string[],
  ): Promise<string> {
    const config = { compilerOptions: { ...COMMON, ...compilerOptions }, files };
    writeFileSync(join(installed.folder, "tsconfig.json"), JSON.stringify(config));
    const compiled = run(process.execPath, [compiler], { cwd: installed.folder });
    const { stdout } = await compiled.catch((failed: { stdout: string }) => failed);
    return stdout;
  }

  describe.each(COMPILERS)("under TypeScript %s", (_version, compiler) => {
    test.each([
      ["nodenext", "nodenext"],
      ["esnext", "bundler"],
    ])("compiles with the strictest options as %s, resolved by %s", async (module, moduleResolution) => {
      const options = { ...STRICT, module, moduleResolution };
      expect(await compile(compiler, options, ["surface.ts", "smoke.ts", "everything.ts"])).toBe("");
    });

    test("compiles with strict off", async () => {
      expect(
        await compile(compiler, { strict: false, module: "nodenext" }, ["smoke.ts", "everything.ts"]),
      ).toBe("");
    });
  });
});

/** A program that imports every entry of `exports` that is code. */
function everyEntry(): string {
  const { exports } = JSON.parse(readFileSync("package.json", "utf8")) as { exports: Record<string, string> };
  const entries = Object.entries(exports).filter(([, file]) => file.endsWith(".js"));
  const imports = entries.map(
    ([entry], index) => `import * as e${index} from "${entry.replace(".", "userpush")}";\nvoid e${index};`,
  );
  return imports.join("\n");
}
