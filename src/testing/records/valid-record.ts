import type { Field } from "../../contract/field.ts";
import type { Rule, ScalarRule } from "../../contract/rule.ts";

type Values = Readonly<Record<string, unknown>>;

/** A record with every field that the document has an example of, by its first name; fields of a member list have none. */
export function validRecord(fields: readonly Field[]): Values {
  const shown = fields.filter(({ aliasOf, example }) => aliasOf === undefined && example !== undefined);
  return Object.fromEntries(shown.map(({ name, example }) => [name, example]));
}

/** So many valid records of different people: what tells people apart is numbered in each of them. */
export function validRecords(
  count: number,
  { fields, apart }: { readonly fields: readonly Field[]; readonly apart: readonly string[] },
): Values[] {
  const rules = new Map(fields.map(({ name, rule }) => [name, rule]));
  const one = validRecord(fields);
  return Array.from({ length: count }, (_, index) => {
    const numbered = apart.map((name) => [name, numberValue(one[name], rules.get(name), index + 1)]);
    return { ...one, ...Object.fromEntries(numbered) };
  });
}

/** An e-mail gets the number before its `@`, digits at the end of any other text give way to it. */
function numberValue(value: unknown, rule: Rule | undefined, number: number): unknown {
  const text = String(value);
  if (text.includes("@")) return text.replace("@", `.${number}@`);
  const digits = /\d*$/.exec(text)?.[0] ?? "";
  const numbered = text.slice(0, text.length - digits.length) + String(number).padStart(digits.length, "0");
  return numbered.slice(-((rule as ScalarRule | undefined)?.maxLength ?? numbered.length));
}
