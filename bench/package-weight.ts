import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { median } from "./median.ts";

const ROUNDS = 7;
const ONE_CALL = `import { createOpscomClient } from "userpush/opscom";
const opscom = createOpscomClient({ tenant: "OC_TOMA", apiToken: "token" });
export const pushed = opscom.pushProfile({ unique_id: "1", login_source: "OPSCOM" });
`;

/** What an application takes on with one client. */
export interface Weight {
  /** What is loaded with the import. */
  readonly bundleBytes: number;
  readonly bundleGzippedBytes: number;
  /** The same and what `raw` loads with its first use, as a bundler writes it that makes no chunks. */
  readonly wholeGzippedBytes: number;
  readonly importMs: number;
  readonly instantiations: number;
  readonly packages: number;
  readonly installedMegabytes: number;
}

/** Installs the packed package into a clean folder, and weighs it there. */
export function measureWeight(): Weight {
  const folder = mkdtempSync(join(tmpdir(), "userpush-bench-"));
  try {
    install(folder);
    writeFileSync(join(folder, "one-call.ts"), ONE_CALL);
    writeFileSync(join(folder, "entry.mjs"), 'export { createOpscomClient } from "userpush/opscom";\n');
    return {
      ...bundle(folder),
      importMs: importTime(folder),
      instantiations: instantiations(folder),
      ...installed(folder),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function install(folder: string): void {
  const packed = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
    encoding: "utf8",
  });
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  writeFileSync(join(folder, "package.json"), '{"type":"module","private":true}');
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--omit=peer", `./${filename}`], {
    cwd: folder,
    stdio: "ignore",
  });
}

type Bundle = Pick<Weight, "bundleBytes" | "bundleGzippedBytes" | "wholeGzippedBytes">;

function bundle(folder: string): Bundle {
  const esbuild = fileURLToPath(new URL("node_modules/.bin/esbuild", import.meta.url));
  const options = ["entry.mjs", "--bundle", "--minify", "--format=esm"];
  const whole = execFileSync(esbuild, options, { cwd: folder });
  execFileSync(esbuild, [...options, "--splitting", "--outdir=chunks", "--log-level=error"], { cwd: folder });
  const chunks = chunksOf(join(folder, "chunks"), "entry.js").map((file) => readFileSync(file));
  return {
    bundleBytes: sum(chunks.map(({ length }) => length)),
    bundleGzippedBytes: sum(chunks.map(gzippedBytes)),
    wholeGzippedBytes: gzippedBytes(whole),
  };
}

/** A chunk, and those that it imports at once. */
function chunksOf(folder: string, name: string): string[] {
  const file = join(folder, name);
  const imports = readFileSync(file, "utf8").matchAll(/(?:from|import)"\.\/([^"]+)"/g);
  return [file, ...[...imports].flatMap(([, imported = ""]) => chunksOf(folder, imported))];
}

function gzippedBytes(code: Uint8Array): number {
  return gzipSync(code, { level: 9 }).length;
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}

function importTime(folder: string): number {
  const program =
    'const t = performance.now(); await import("userpush/opscom"); console.log(performance.now() - t);';
  const run = () =>
    Number(
      execFileSync(process.execPath, ["--input-type=module", "-e", program], {
        cwd: folder,
        encoding: "utf8",
      }),
    );
  return median(Array.from({ length: ROUNDS }, run));
}

function instantiations(folder: string): number {
  const tsc = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
  const options = [
    "--noEmit",
    "--strict",
    "--module",
    "nodenext",
    "--target",
    "es2022",
    "--skipLibCheck",
    "--extendedDiagnostics",
    "one-call.ts",
  ];
  const output = execFileSync(process.execPath, [tsc, ...options], { cwd: folder, encoding: "utf8" });
  return Number(/Instantiations:\s+(\d+)/.exec(output)?.[1]);
}

function installed(folder: string): Pick<Weight, "packages" | "installedMegabytes"> {
  const modules = join(folder, "node_modules");
  const files = readdirSync(modules, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = sum(files.map((entry) => statSync(join(entry.parentPath, entry.name)).size));
  const names = execFileSync("npm", ["ls", "--all", "--parseable"], { cwd: folder, encoding: "utf8" })
    .trim()
    .split("\n");
  return { packages: names.length - 2, installedMegabytes: bytes / 1e6 };
}
