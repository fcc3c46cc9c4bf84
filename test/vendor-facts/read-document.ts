import { readFileSync } from "node:fs";
import { resolve as resolvePath } from "node:path";
import { parse } from "yaml";

export type Api = "opscom" | "activeplatform" | "ccs";

export interface Schema {
  properties?: Record<string, Schema>;
  items?: Schema;
  "x-inferred"?: Record<string, string>;
  [keyword: string]: unknown;
}

export interface Example {
  value?: unknown;
  externalValue?: string;
}

export interface MediaType {
  schema?: Schema;
  examples?: Record<string, Example>;
  [keyword: string]: unknown;
}

export interface Content {
  content?: Record<string, MediaType>;
  [keyword: string]: unknown;
}

export interface Parameter {
  name: string;
  schema: Schema;
  "x-inferred"?: Record<string, string>;
  [keyword: string]: unknown;
}

export interface Operation {
  operationId: string;
  parameters?: Parameter[];
  requestBody: Content;
  responses: Record<string, Content>;
  "x-inferred"?: Record<string, string>;
  [keyword: string]: unknown;
}

export interface Server {
  url: string;
  variables?: Record<string, { default: string }>;
}

export interface Document {
  servers: Server[];
  security: unknown[];
  paths: Record<string, { parameters?: Parameter[]; post: Operation }>;
}

/** The folder of the documents; `USERPUSH_DOCUMENTS` names another one, so that spoilt copies can be judged. */
const FOLDER = process.env["USERPUSH_DOCUMENTS"] ?? resolvePath(import.meta.dirname, "..", "..", "openapi");

/** Reads a document with every `$ref` replaced by what it names; what stands beside a `$ref` wins. */
export function readDocument(api: Api): Document {
  return resolveDocument(readRaw(api));
}

/** A document as it stands in its file. */
export function readRaw(api: Api): unknown {
  return parse(readFileSync(resolvePath(FOLDER, `${api}.yaml`), "utf8"));
}

export function resolveDocument(root: unknown): Document {
  return resolveReferences(root, root) as Document;
}

/** Reads what an example's `externalValue` names. */
export function readExternalValue(externalValue: string): string {
  return readFileSync(resolvePath(FOLDER, externalValue), "utf8");
}

function resolveReferences(node: unknown, root: unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => resolveReferences(item, root));
  if (!isRecord(node)) return node;
  const { $ref, ...siblings } = node;
  const entries = Object.entries(siblings).map(([key, value]) => [key, resolveReferences(value, root)]);
  const own: Record<string, unknown> = Object.fromEntries(entries);
  if (typeof $ref !== "string") return own;
  return { ...(resolveReferences(lookUp($ref, root), root) as object), ...own };
}

function lookUp(reference: string, root: unknown): unknown {
  const steps = reference.split("/").slice(1);
  const target = steps
    .map(unescapeStep)
    .reduce<unknown>((at, step) => (isRecord(at) ? at[step] : undefined), root);
  if (!reference.startsWith("#/") || !isRecord(target)) throw new Error(`${reference} names nothing`);
  return target;
}

function unescapeStep(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
