import type { RuleName } from "../../src/contract/rule.ts";
import type { Schema } from "../vendor-facts/read-document.ts";

export type Path = readonly (string | number)[];

/** One thing that a document forbids. */
export interface Violation {
  readonly path: Path;
  /** Nothing, where the violation is that the member is missing. */
  readonly value: unknown;
  readonly breaks: RuleName;
}

const EVERY_TYPE = [null, true, 1, 1.5, "text", [], {}];

const WRONG_FORMATS: Readonly<Record<string, readonly string[]>> = {
  date: ["2001-02-29", "2001-13-01", "31/01/2001", "2001-1-31"],
  email: ["ann.example.edu", "ann@localhost", "ann example@example.edu"],
  // Says how a value is treated, not what it looks like.
  password: [],
};

/** Keyword to values that break it and nothing before it. */
const BREAKING: { readonly [K in RuleName]?: (limit: never) => readonly unknown[] } = {
  type: (types: string | string[]) =>
    EVERY_TYPE.filter((value) => ![types].flat().some((type) => hasType(type, value))),
  minLength: (least: number) => (least > 0 ? ["x".repeat(least - 1)] : []),
  maxLength: (most: number) => ["x".repeat(most + 1)],
  minimum: (least: number) => [least - 1],
  maximum: (most: number) => [most + 1],
  pattern: () => ["no match"],
  format: (format: string) => WRONG_FORMATS[format] ?? [],
};

/** Every way to break a schema, one at a time. */
export function violationsOf(schema: Schema, path: Path = []): Violation[] {
  const { items, properties = {}, required = [] } = schema as Schema & { required?: readonly string[] };
  const closed = schema["additionalProperties"] === false;
  return [
    ...(path.length > 0 ? ownViolationsOf(schema, path) : []),
    ...required.map((name) => ({ path: [...path, name], value: undefined, breaks: "required" as const })),
    ...(closed ? [{ path: [...path, "typo"], value: "", breaks: "unknown" as const }] : []),
    ...Object.entries(properties).flatMap(([name, property]) => violationsOf(property, [...path, name])),
    ...(items ? violationsOf(items, [...path, 0]) : []),
  ];
}

function ownViolationsOf(schema: Schema, path: Path): Violation[] {
  return Object.entries(BREAKING).flatMap(([keyword, valuesThatBreak]) => {
    const values = keyword in schema ? valuesThatBreak(schema[keyword] as never) : [];
    return values.map((value) => ({ path, value, breaks: keyword as RuleName }));
  });
}

function hasType(type: string, value: unknown): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}

/** A copy of a value with one violation in it. The value must have everything above the place. */
export function spoil(complete: unknown, { path, value }: Violation): unknown {
  const copy: unknown = structuredClone(complete);
  const last = path.at(-1) ?? "";
  const parent = path.slice(0, -1).reduce((at, step) => (at as never)[step], copy) as Record<string, unknown>;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}
