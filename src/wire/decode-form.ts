import type { ArrayRule, ObjectRule, Rule } from "../contract/rule.ts";
import { showName } from "../contract/show-name.ts";
import { decodeScalar } from "./decode-scalar.ts";
import { type Decoded, unreadable, type WireFinding } from "./decoded.ts";

/** `custom_attributes[][key]`, as Rails writes a member of an item of an array. */
const RAILS_MEMBER = /^([^[\]]+)\[\]\[([^[\]]+)\]$/;

/** Names come from outside, `__proto__` among them, so nothing here has a prototype. */
type Members = Record<string, unknown>;

/** Reads `application/x-www-form-urlencoded`, with arrays of objects in the manner of Rails. */
export function decodeForm(text: string, rule: ObjectRule): Decoded {
  if (!hasReadableEscapes(text)) return unreadable("the form has a % that starts no escape of UTF-8");
  const value: Members = Object.create(null);
  const findings: WireFinding[] = [];
  for (const [name, content] of new URLSearchParams(text)) {
    if (!addPair(value, name, content, rule)) {
      findings.push({
        message: `\`${showName(name)}\` is given twice`,
        field: showName(name),
        rule: "syntax",
      });
    }
  }
  return { value: withPrototypes(value), findings };
}

function hasReadableEscapes(text: string): boolean {
  try {
    // Bundlers take the call for one without effects, and leave it out where its result is not used.
    return typeof decodeURIComponent(text) === "string";
  } catch {
    return false;
  }
}

/** Whether there was room for the pair. */
function addPair(value: Members, name: string, content: string, rule: ObjectRule): boolean {
  const [, array = "", member = ""] = RAILS_MEMBER.exec(name) ?? [];
  const list = memberRule(rule, array);
  if (list?.type === "array") return addMember(value, array, member, content, list as ArrayRule);
  if (name in value) return false;
  value[name] = decodeScalar(content, memberRule(rule, name));
  return true;
}

/** A member that the last item already has begins the next item. */
function addMember(
  value: Members,
  array: string,
  member: string,
  text: string,
  { items }: ArrayRule,
): boolean {
  const list = (value[array] ?? []) as Members[];
  if (!Array.isArray(list)) return false;
  value[array] = list;
  const last = list.at(-1);
  const item: Members = last && !(member in last) ? last : Object.create(null);
  if (item !== last) list.push(item);
  item[member] = decodeScalar(text, memberRule(items as ObjectRule, member));
  return true;
}

function memberRule({ properties }: ObjectRule, name: string): Rule | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

function withPrototypes(value: Members): Members {
  const members = Object.entries(value).map(([name, one]) => [
    name,
    Array.isArray(one) ? one.map((item) => ({ ...item })) : one,
  ]);
  return Object.fromEntries(members) as Members;
}
