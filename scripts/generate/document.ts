import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import type { FaultClass } from "../../src/contract/fault.ts";

/** A JSON Schema as our documents write it, extensions included. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly description?: string;
  readonly examples?: readonly (string | number | boolean)[];
  readonly xml?: { readonly name?: string; readonly namespace?: string };
  readonly [keyword: string]: unknown;
}

/** Some codes of one meaning, as `x-faults` has them. */
export interface FaultRow {
  readonly codes: readonly number[];
  readonly class: FaultClass;
  readonly meaning: string;
  readonly remedy: string;
  readonly field?: string;
}

export interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: string;
  readonly schema: Schema;
  readonly "x-secret"?: boolean;
}

export interface MediaType {
  readonly schema: Schema;
}

export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody: { readonly content: Readonly<Record<string, MediaType>> };
  readonly responses: Readonly<Record<string, { $ref?: string; content?: Record<string, MediaType> }>>;
  readonly "x-effect": string;
  readonly "x-repeat-safe": boolean;
  readonly "x-identity"?: readonly string[];
  readonly "x-reference"?: string;
}

export interface PathItem {
  readonly parameters?: readonly Parameter[];
  readonly post: Operation;
}

export interface Server {
  readonly url: string;
  readonly variables?: object;
}

export interface Document {
  readonly servers: readonly Server[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export async function readDocument(file: URL): Promise<Document> {
  return parse(await readFile(file, "utf8")) as Document;
}

/** Follows a reference inside the document; what stands beside it wins over what it points to. */
export function resolve<T extends object>(document: Document, node: T): T {
  const { $ref, ...beside } = node as T & { $ref?: string };
  if ($ref === undefined) return node;
  const target = $ref
    .replace(/^#\//, "")
    .split("/")
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document);
  if (target === undefined) throw new Error(`${$ref} points nowhere`);
  return { ...resolve(document, target as T), ...beside };
}
