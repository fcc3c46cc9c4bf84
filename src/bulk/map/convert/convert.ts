import type { Rule } from "../../../contract/rule.ts";
import { cut } from "../../../contract/show-name.ts";
import { bareListProblem, valueRule } from "../find-target.ts";
import type { FieldMapping } from "../mapping.ts";
import { createCoerce, type Scalar } from "./coerce.ts";
import { createNameLookup } from "./lookup-name.ts";
import { readDate } from "./read-date.ts";
import { isRefusal, type Refusal } from "./refusal.ts";

/** Turns what stands in a row into what is sent; nothing where it is left out. */
export type Convert = (value: Scalar) => Scalar | Refusal | undefined;

export interface ConvertOptions {
  readonly userTypes: ReadonlyMap<string, string>;
  /** As `YYYY-MM-DD`. */
  readonly today: string;
}

export type Conversion = Pick<FieldMapping, "field" | "attribute" | "table" | "date" | "lookup" | "type">;

/** Makes the two steps of a value: what a cell means, and, for what the mapping states itself as well, what is sent. */
export function createConvert(
  mapping: Conversion,
  options: ConvertOptions,
): { readonly ofCell: Convert; readonly ofLiteral: Convert } {
  const rule = valueRule(mapping);
  const finish = createFinish(mapping, rule, options);
  const read = createReading(mapping, rule, options);
  return { ofCell: read ? (value) => then(read(value), finish) : finish, ofLiteral: finish };
}

function then(value: Scalar | Refusal | undefined, next: Convert): ReturnType<Convert> {
  return value === undefined || isRefusal(value) ? value : next(value);
}

function createFinish(conversion: Conversion, rule: Rule, { userTypes }: ConvertOptions): Convert {
  const { lookup, type } = conversion;
  const refused = bareListProblem(conversion);
  if (refused) return () => ({ refused });
  if (lookup) return createNameLookup(userTypes);
  const coerce = createCoerce(type ? { type } : rule);
  if (!type) return coerce;
  return function coerceAttribute(value) {
    const coerced = coerce(value);
    return hasType(coerced, type)
      ? coerced
      : { refused: `must be of type ${type}, and ${show(value, rule)} came` };
  };
}

function hasType(value: Scalar, type: string): boolean {
  return type === "integer" ? Number.isInteger(value) : typeof value === type;
}

function createReading(
  { table, date }: Conversion,
  rule: Rule,
  { today }: ConvertOptions,
): Convert | undefined {
  if (table) return createTable(table, rule);
  if (!date) return undefined;
  const expected = date.formats.map(({ text }) => text).join(" or ");
  return (value) =>
    readDate(String(value), { ...date, today }) ?? {
      refused: `must be a date as ${expected}, and ${show(value, rule)} came`,
    };
}

function createTable({ values, otherwise }: NonNullable<FieldMapping["table"]>, rule: Rule): Convert {
  return function lookUp(value) {
    const found = values.get(String(value).trim().toLowerCase());
    if (found !== undefined) return found;
    if (otherwise === "keep") return value;
    return otherwise === "omit"
      ? undefined
      : { refused: `has no value for ${show(value, rule)} in the mapping` };
  };
}

function show(value: Scalar, { sensitive }: Rule): string {
  if (!sensitive) return cut(JSON.stringify(value));
  if (typeof value !== "string") return `a ${typeof value}`;
  return value.length === 1 ? "text of 1 character" : `text of ${value.length} characters`;
}
