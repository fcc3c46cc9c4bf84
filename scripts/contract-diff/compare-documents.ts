import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Change, Impact } from "./change.ts";
import { compareXml } from "./compare-xml.ts";

const CONFIG = resolve(import.meta.dirname, "redocly.yaml");
const REDOCLY = resolve(import.meta.dirname, "../../node_modules/.bin/redocly");

/** Compares two versions of a document: by `redocly diff`, and by the names of XML, at which that does not look. */
export async function compareDocuments(before: string, after: string): Promise<Change[]> {
  const [byRedocly, inXml] = await Promise.all([compareByRedocly(before, after), compareXml(before, after)]);
  const known = new Set(byRedocly.map(({ place }) => place));
  return [...byRedocly, ...inXml.filter(({ place }) => !known.has(place))];
}

interface Report {
  readonly changes: readonly {
    readonly path: string;
    readonly impact: Impact;
    readonly kind: string;
    readonly property?: string;
    readonly verdicts: readonly { readonly message: string }[];
  }[];
}

async function compareByRedocly(before: string, after: string): Promise<Change[]> {
  const folder = await mkdtemp(join(tmpdir(), "userpush-diff-"));
  const output = join(folder, "diff.json");
  const options = ["--config", CONFIG, "--format", "json", "--fail-on", "none", "--output", output];
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  try {
    await promisify(execFile)(process.execPath, [REDOCLY, "diff", before, after, ...options], { env });
    const { changes } = JSON.parse(await readFile(output, "utf8")) as Report;
    return changes.map(({ path: place, impact, kind, property = "this", verdicts }) => {
      const message = verdicts.map((verdict) => verdict.message).join("; ");
      return { impact, place, message: message || `\`${property}\` is ${kind}` };
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}
