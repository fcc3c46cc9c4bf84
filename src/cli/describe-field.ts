import { API_FACTS } from "../bulk/target/api-facts.ts";
import type { Field } from "../contract/field.ts";
import { DATE } from "../contract/format.ts";
import type { Rule, ScalarRule } from "../contract/rule.ts";
import type { ApiName } from "./api-name.ts";
import { columnsByPreset, type PresetColumns } from "./preset-columns.ts";

/** One field as people see it; aliases are gathered under the field that they name. */
export interface FieldDescription {
  readonly name: string;
  readonly label: string;
  /** Other names that mean the same. */
  readonly otherNames: readonly string[];
  readonly required: boolean;
  /** Whether the field tells one person from another. */
  readonly identifies: boolean;
  /** What a value must be, as `text, at most 50 characters`. */
  readonly limits: string;
  /** The first sentence of what the document says. */
  readonly description: string;
  readonly example: string | number | boolean | undefined;
  /** By preset: the columns that fill it. */
  readonly presets: Readonly<Record<string, string>>;
}

/** The fields of an API, the required ones first, each otherwise in the order of the document. */
export function describeFields(api: ApiName): readonly FieldDescription[] {
  const { fields, facts } = API_FACTS[api];
  const own = fields.filter(({ aliasOf }) => aliasOf === undefined);
  const presets = columnsByPreset(api);
  const described = own.map((field) => ({
    ...describeField(field, fields, facts.identity),
    presets: presetsOf(field, presets),
  }));
  return [...described.filter(({ required }) => required), ...described.filter(({ required }) => !required)];
}

function describeField(
  field: Field,
  fields: readonly Field[],
  identity: readonly string[],
): Omit<FieldDescription, "presets"> {
  const { name, label, required, description, example, rule } = field;
  return {
    name,
    label,
    otherNames: fields.filter(({ aliasOf }) => aliasOf === name).map((alias) => alias.name),
    required,
    identifies: identity.includes(name),
    // A list of pairs is a column for each pair.
    limits: rule.type === "array" ? `a column for each, as ${name}.age` : describeRule(rule),
    description: firstSentence(description),
    example,
  };
}

function presetsOf({ name }: Field, presets: PresetColumns): Record<string, string> {
  const filling = Object.entries(presets).filter(([, columns]) => name in columns);
  return Object.fromEntries(filling.map(([preset, columns]) => [preset, columns[name] ?? ""]));
}

function firstSentence(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return /^.*?[.!?](?= [A-Z*`]|$)/.exec(line)?.[0] ?? line;
}

/** What a value must be, as `text, at most 50 characters`. */
export function describeRule(rule: Rule): string {
  if (rule.type === "array") return "a list";
  if (rule.type === "object") return "an object";
  return [describeType(rule as ScalarRule), ...describeLimits(rule as ScalarRule)].join(", ");
}

const DIGITS = "^[0-9]+$";

function describeType({ type, format, enum: values, pattern }: ScalarRule): string {
  if (values) return values.join(" or ");
  if (format) return format.expected.replace(/^an? /, "");
  if (pattern?.source === DIGITS) return "digits";
  const types = [type]
    .flat()
    .map(
      (one) => ({ string: "text", integer: "whole number", number: "number", boolean: "true or false" })[one],
    );
  return types.join(" or ");
}

function describeLimits(rule: ScalarRule): string[] {
  const { minLength = 0, maxLength, minimum, maximum, format, pattern } = rule;
  if (format === DATE) return [];
  const shape = pattern && pattern.source !== DIGITS ? [`matching ${pattern.source}`] : [];
  const range = minimum === undefined || maximum === undefined ? [] : [`${minimum} to ${maximum}`];
  if (maxLength !== undefined && minLength === maxLength) return [`${maxLength} characters`, ...range];
  const most = maxLength === undefined ? [] : [`at most ${maxLength} characters`];
  return [...(minLength > 0 ? ["not empty"] : []), ...most, ...range, ...shape];
}
