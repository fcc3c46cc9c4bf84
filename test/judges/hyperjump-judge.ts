import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe } from "vitest";
import { subjectsOf } from "../testing/constraints.ts";
import type { Api } from "../vendor-facts/read-document.ts";
import type { Case } from "./corpus.ts";
import type { Judge, Verdict } from "./judge.ts";

const FOLDER = join(import.meta.dirname, "node_modules/@hyperjump/json-schema");

/** Skipped by name until `npm ci --prefix test/judges` brought the second implementation, and failed in CI. */
export const describeWithHyperjump = existsSync(FOLDER) || process.env["CI"] ? describe : describe.skip;

type Validate = (value: unknown) => { readonly valid: boolean };

interface Hyperjump {
  registerSchema(schema: object, uri: string): void;
  validate(uri: string): Promise<Validate>;
  setShouldValidateFormat(isAsserted: boolean): void;
}

/** JSON Schema in the hands of somebody else, over the schemas as they stand in the documents. It knows JSON and nothing else. */
export async function createHyperjumpJudge(apis: readonly Api[]): Promise<Judge> {
  const hyperjump = (await load("draft-2020-12/index.js")) as Hyperjump;
  await load("formats/index.js");
  hyperjump.setShouldValidateFormat(true);
  const validators = new Map<string, Validate>();
  for (const { id, schemas } of apis.flatMap(subjectsOf)) {
    for (const [place, schema] of Object.entries(schemas)) {
      const uri = `https://userpush.test/${id}/${place}`;
      hyperjump.registerSchema({ $schema: "https://json-schema.org/draft/2020-12/schema", ...schema }, uri);
      validators.set(`${id} ${place}`, await hyperjump.validate(uri));
    }
  }

  async function judge({ subject, mediaType, asked, text }: Case): Promise<Verdict> {
    if (!/json$|html$/.test(mediaType)) return undefined;
    const body = parse(text);
    if (body === undefined) return false;
    const parts = Object.entries({ ...asked, body });
    return parts.every(([place, value]) => validators.get(`${subject.id} ${place}`)?.(defined(value)).valid);
  }
  return { name: "Hyperjump", judge };
}

function load(file: string): Promise<unknown> {
  return import(pathToFileURL(join(FOLDER, file)).href);
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}

/** JSON has no `undefined`. */
function defined(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
