import type { Field } from "../../contract/field.ts";
import type { ObjectRule, Rule } from "../../contract/rule.ts";
import type { FieldTarget } from "./mapping.ts";
import { normalizeName } from "./normalize-name.ts";

/** What a name means: a field by its name or by the vendor's label, or one attribute of a field that is a list of them. */
export type FindTarget = (name: string) => FieldTarget | undefined;

/** Finds fields whatever the case and the separators of their names. The keys of attributes count as they are written. */
export function createTargetFinder(fields: readonly Field[]): FindTarget {
  const labels = fields.map((field) => [normalizeName(field.label), field] as const);
  const names = fields.map((field) => [normalizeName(field.name), field] as const);
  // A name wins over the label of another field.
  const known = new Map([...labels, ...names]);

  return function find(name) {
    const field = known.get(normalizeName(name));
    return field ? { field } : findAttribute(name, known);
  };
}

function findAttribute(name: string, known: ReadonlyMap<string, Field>): FieldTarget | undefined {
  const dot = name.indexOf(".");
  const attribute = name.slice(dot + 1).trim();
  const field = dot < 0 ? undefined : known.get(normalizeName(name.slice(0, dot)));
  return field && attribute !== "" && isAttributeList(field.rule) ? { field, attribute } : undefined;
}

/** What is wrong with a whole list of attributes as the target of one column; the sentence goes on after its name. */
export function bareListProblem({ field, attribute }: FieldTarget): string | undefined {
  return attribute === undefined && isAttributeList(field.rule)
    ? `is a list: each attribute has a column of its own, as in ${field.name}.age`
    : undefined;
}

/** The rule of one value: that of the field, or of the values in its list. */
export function valueRule({ field, attribute }: FieldTarget): Rule {
  return (attribute === undefined ? undefined : valuesOf(field.rule)) ?? field.rule;
}

/** A list of objects that each have a `key` and a `value`. */
function isAttributeList(rule: Rule): boolean {
  return valuesOf(rule) !== undefined;
}

function valuesOf(rule: Rule): Rule | undefined {
  if (!("items" in rule) || !("properties" in rule.items)) return undefined;
  const { key, value } = rule.items.properties as ObjectRule["properties"] & { key?: Rule; value?: Rule };
  return key && value;
}
