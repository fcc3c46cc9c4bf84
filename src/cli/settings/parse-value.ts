import type { Limit } from "../../bulk/plan/limits.ts";
import type { OptionSpec } from "../command.ts";

export type OptionValue = string | number | boolean | readonly string[] | Limit;

/** A value, or what was expected instead of it. */
export type Parsed = { readonly value: OptionValue } | { readonly expected: string };

/** Reads the text of one setting by its declaration. */
export function parseValue(text: string, spec: OptionSpec): Parsed {
  switch (spec.type) {
    case "flag":
      return parseFlag(text);
    case "integer":
      return parseNumber(text, spec, /^\d+$/, "a whole number");
    case "number":
      return parseNumber(text, spec, /^\d+(\.\d+)?$/, "a number");
    case "limit":
      return parseLimit(text);
    case "list":
      return { value: splitList([text]) };
    default:
      return parseText(text, spec);
  }
}

/** Texts of a list, each of which may hold several with commas between them. */
export function splitList(texts: readonly string[]): readonly string[] {
  const parts = texts.flatMap((text) => text.split(",")).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ""))];
}

const WORDS: ReadonlyMap<string, boolean> = new Map([
  ...["true", "yes", "1"].map((word) => [word, true] as const),
  ...["false", "no", "0"].map((word) => [word, false] as const),
]);

function parseFlag(text: string): Parsed {
  const value = WORDS.get(text.toLowerCase());
  return value === undefined ? { expected: "true or false" } : { value };
}

function parseNumber(text: string, spec: OptionSpec, shape: RegExp, what: string): Parsed {
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = spec;
  const value = Number(text);
  if (shape.test(text) && value >= min && value <= max) return { value };
  return { expected: `${what} from ${min} to ${max}` };
}

const SHARE = /^(\d+(?:\.\d+)?) ?%(?:, at least (\d{1,9}))?$/;

function parseLimit(text: string): Parsed {
  const [, percent, floor] = SHARE.exec(text) ?? [];
  const share = Number(percent) / 100;
  if (share >= 0 && share <= 1) return { value: floor ? { share, atLeast: Number(floor) } : { share } };
  if (/^\d{1,9}$/.test(text)) return { value: { people: Number(text) } };
  return {
    expected: "a whole number, a share with a floor as `20%, at least 10`, or a share from 0% to 100%",
  };
}

function parseText(text: string, { choices }: OptionSpec): Parsed {
  if (choices && !choices.includes(text)) return { expected: `one of ${choices.join(" ")}` };
  return text === "" ? { expected: "text" } : { value: text };
}
