import { createCheck } from "../../contract/check.ts";
import type { Issue } from "../../contract/issue.ts";
import type { ObjectRule, Rule } from "../../contract/rule.ts";
import { decodeScalar } from "../../wire/decode-scalar.ts";
import type { DepartureKind, Found } from "./departure.ts";

type Values = Readonly<Record<string, unknown>>;

/** Holds the body of a success to its rule, and tells what probably happened where a member is not what it should be. */
export function judgeMembers(rule: Rule, value: unknown): Found[] {
  return createCheck(rule)(value).map((issue) => classify(rule, value, issue));
}

function classify(rule: Rule, value: unknown, issue: Issue): Found {
  const { field, message, path } = issue;
  if (issue.rule === "required") return classifyMissing(rule, value, issue);
  if (issue.rule !== "type") return { kind: "wrong value", field, message };
  const kind: DepartureKind = isNumberAsText(ruleAt(rule, path), valueAt(value, path))
    ? "number as text"
    : "wrong type";
  return { kind, field, message };
}

/** A required member that is not there, beside one that nobody listed and that would do in its place. */
function classifyMissing(rule: Rule, value: unknown, { field, message, path }: Issue): Found {
  const around = path.slice(0, -1);
  const { properties } = ruleAt(rule, around) as ObjectRule;
  const fits = createCheck(properties[String(path.at(-1))] as Rule);
  const [other] = Object.entries(valueAt(value, around) as Values).find(
    ([name, one]) => !Object.hasOwn(properties, name) && fits(one).length === 0,
  ) ?? [undefined];
  if (other === undefined) return { kind: "missing member", field, message };
  return { kind: "renamed member", field, message: `\`${field}\` seems to be called \`${other}\`` };
}

function isNumberAsText(rule: Rule, value: unknown): boolean {
  const isNumber = rule.type === "integer" || rule.type === "number";
  return isNumber && typeof value === "string" && typeof decodeScalar(value, rule) === "number";
}

function ruleAt(rule: Rule, path: Issue["path"]): Rule {
  return path.reduce<Rule>(
    (at, step) =>
      typeof step === "number"
        ? (at as { items: Rule }).items
        : ((at as ObjectRule).properties[step] as Rule),
    rule,
  );
}

function valueAt(value: unknown, path: Issue["path"]): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], value);
}
