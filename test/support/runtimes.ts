import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe } from "vitest";

const FOLDER = resolve("test/runtimes/node_modules");

/** A suite that needs other runtimes: skipped by name until `npm ci --prefix test/runtimes` brought them, failed in CI. */
export const describeOnRuntimes = existsSync(FOLDER) || process.env["CI"] ? describe : describe.skip;

/** A file of a package in test/runtimes. */
export function runtime(path: string): string {
  return join(FOLDER, path);
}
