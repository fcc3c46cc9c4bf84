import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BundleSize, bundleSizes } from "./bundle-size.ts";
import { median } from "./median.ts";

const ROUNDS = 7;
const ONE_CALL = `import { createOpscomClient } from "userpush/opscom";
const opscom = createOpscomClient({ tenant: "OC_TOMA", apiToken: "token" });
export const pushed = opscom.pushProfile({ unique_id: "1", login_source: "OPSCOM" });
`;

/** What an application takes on with one client. */
export interface Weight {
  /** Beside other clients for HTTP. */
  readonly bundles: readonly BundleSize[];
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
    return {
      bundles: bundleSizes(folder),
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
  const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  const names = execFileSync("npm", ["ls", "--all", "--parseable"], { cwd: folder, encoding: "utf8" })
    .trim()
    .split("\n");
  return { packages: names.length - 2, installedMegabytes: bytes / 1e6 };
}
