import type { Rule } from "../contract/rule.ts";

const INTEGER = /^[+-]?\d+$/;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["false", false],
  ["1", true],
  ["0", false],
]);

/** Gives text from a form or an XML element the type that its rule asks for; text that cannot have it stays text. */
export function decodeScalar(text: string, rule: Rule | undefined): unknown {
  const trimmed = text.trim();
  if (rule?.type === "integer" && INTEGER.test(trimmed)) return Number(trimmed);
  if (rule?.type === "number" && NUMBER.test(trimmed)) return Number(trimmed);
  if (rule?.type === "boolean") return BOOLEANS.get(trimmed) ?? text;
  return text;
}
