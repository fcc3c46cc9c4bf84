import type { Format } from "./format.ts";

/** The JSON types that a scalar of our documents can have. */
export const SCALAR_TYPES = ["string", "integer", "number", "boolean"] as const;
export type ScalarType = (typeof SCALAR_TYPES)[number];

/** What one scalar must be. Lengths count code points, as JSON Schema does. */
export interface ScalarRule {
  readonly type: ScalarType | readonly ScalarType[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: RegExp;
  readonly format?: Format;
  readonly enum?: readonly (string | number | boolean)[];
  /** The value is in no message: neither this one nor, by accident, a log that prints it. */
  readonly sensitive?: true;
  /** The value opens something: a token, a password. What remembers people keeps it in no form. */
  readonly password?: true;
}

export interface ArrayRule {
  readonly type: "array";
  readonly items: Rule;
  readonly sensitive?: true;
}

export interface ObjectRule {
  readonly type: "object";
  /** Whether members that are not listed are refused. Requests are closed, answers never are. */
  readonly closed: boolean;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, Rule>>;
  readonly sensitive?: true;
}

/** One schema of an OpenAPI document, compiled by `npm run generate` to what a check needs. */
export type Rule = ScalarRule | ArrayRule | ObjectRule;

/** The constraints a value can break, named as in JSON Schema; `unknown` is `additionalProperties: false`. */
export const RULE_NAMES = [
  "required",
  "unknown",
  "type",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "pattern",
  "format",
  "enum",
] as const;
/** The name of a rule that a value can break. */
export type RuleName = (typeof RULE_NAMES)[number];
