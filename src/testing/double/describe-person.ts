import { createCheck } from "../../contract/check.ts";
import { DATE_TIME } from "../../contract/format.ts";
import type { OperationFacts } from "../../contract/operation.ts";
import type { ObjectRule, Rule } from "../../contract/rule.ts";
import type { RememberedPerson } from "./memory.ts";

type Values = Readonly<Record<string, unknown>>;

/**
 * The answer about a person: the reference, the fields that the request named and the answer has too, times of now, and for
 * what is left of the required members what the document shows. Optional members that nobody named are left out.
 */
export function describePerson(
  { answer, reference: referenceName }: OperationFacts,
  documented: unknown,
  { reference, record }: RememberedPerson,
): object {
  const { properties, required } = answer as ObjectRule;
  const members = Object.entries(properties).map(([name, rule]) => {
    if (name === referenceName) return [name, rule.type === "string" ? String(reference) : reference];
    if (isTime(rule)) return [name, new Date().toISOString()];
    if (fits(rule, record[name])) return [name, record[name]];
    return [name, required.includes(name) ? (documented as Values)[name] : undefined];
  });
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

function isTime(rule: Rule): boolean {
  return "format" in rule && rule.format === DATE_TIME;
}

/** Some members are called alike and look different: an attribute has a key in a request and a name in an answer. */
function fits(rule: Rule, value: unknown): boolean {
  return value !== undefined && createCheck(rule)(value).length === 0;
}
