import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const KINDS = ["operations", "parameters", "properties", "responses"] as const;

interface Share {
  readonly covered: number;
  readonly total: number;
}

/** How much of a document some recorded traffic exercised. */
export interface Coverage {
  readonly totals: Readonly<Record<(typeof KINDS)[number], Share>>;
  /** What nothing touched, as `pushProfile request property zip`. */
  readonly missing: readonly string[];
}

interface Report {
  readonly totals: Coverage["totals"];
  readonly operations: readonly {
    readonly operationId: string;
    readonly missing?: readonly Readonly<Record<string, string>>[];
  }[];
}

const REDOCLY = resolve(import.meta.dirname, "../../node_modules/.bin/redocly");

/** Reads a HAR beside a document, by `redocly drift`. The traffic went to `server`. */
export async function measureCoverage(har: string, document: string, server: string): Promise<Coverage> {
  const folder = await mkdtemp(join(tmpdir(), "userpush-coverage-"));
  const output = join(folder, "coverage.json");
  const options = [
    "--api",
    document,
    "--server",
    server,
    "--coverage-output",
    output,
    "--lint-config",
    "off",
  ];
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  try {
    await promisify(execFile)(process.execPath, [REDOCLY, "drift", har, ...options], { env }).catch(
      () => undefined,
    );
    const { totals, operations } = JSON.parse(await readFile(output, "utf8")) as Report;
    const missing = operations.flatMap(({ operationId, missing: gaps = [] }) =>
      gaps.map((gap) => [operationId, ...Object.values(gap)].join(" ")),
    );
    return { totals, missing };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The sum of several documents, in the words of the README. */
export function describeCoverage(all: readonly Coverage[]): string {
  const shares = KINDS.map((kind) => {
    const sum = (part: keyof Share) => all.reduce((total, { totals }) => total + totals[kind][part], 0);
    return `${sum("covered")} of ${sum("total")} ${kind === "responses" ? "answers" : kind}`;
  });
  return `${shares.slice(0, -1).join(", ")} and ${shares.at(-1)}`;
}
