import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** How much code an application loads, minified and gzipped. */
export interface BundleSize {
  readonly name: string;
  /** With the import. */
  readonly gzippedBytes: number;
  /** The same and what is loaded later, as a bundler writes it that makes no chunks. */
  readonly wholeGzippedBytes: number;
}

const HERE = dirname(fileURLToPath(import.meta.url));
const ESBUILD = join(HERE, "node_modules/.bin/esbuild");

/** The client of OPS-COM with its validation, as it is installed in a folder, beside clients that validate nothing. */
export function bundleSizes(folder: string): BundleSize[] {
  return [
    measure("userpush/opscom", 'export { createOpscomClient } from "userpush/opscom";', folder),
    measure("openapi-fetch", 'export { default } from "openapi-fetch";', HERE),
    measure("ky", 'export { default } from "ky";', HERE),
    measure("axios", 'export { default } from "axios";', HERE),
  ];
}

function measure(name: string, program: string, folder: string): BundleSize {
  const entry = join(folder, "bundle-entry.mjs");
  const chunks = join(folder, "bundle-chunks");
  const options = [entry, "--bundle", "--minify", "--format=esm", "--platform=browser", "--log-level=error"];
  writeFileSync(entry, program);
  try {
    const whole = execFileSync(ESBUILD, options);
    execFileSync(ESBUILD, [...options, "--splitting", `--outdir=${chunks}`]);
    const loaded = chunksOf(chunks, "bundle-entry.js").map((file) => gzippedBytes(readFileSync(file)));
    return {
      name,
      gzippedBytes: loaded.reduce((total, bytes) => total + bytes, 0),
      wholeGzippedBytes: gzippedBytes(whole),
    };
  } finally {
    rmSync(entry, { force: true });
    rmSync(chunks, { recursive: true, force: true });
  }
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
