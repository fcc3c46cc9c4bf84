import type { ArrayRule, ObjectRule } from "../contract/rule.ts";
import { decodeScalar } from "./decode-scalar.ts";
import { type Decoded, unreadable, type WireFinding } from "./decoded.ts";

const BROKEN_ESCAPE = /%(?![\da-f]{2})/i;

/** `custom_attributes[][key]`, as Rails writes a member of an item of an array. */
const RAILS_MEMBER = /^([^[\]]+)\[\]\[([^[\]]+)\]$/;

/** Reads `application/x-www-form-urlencoded`, with arrays of objects in the manner of Rails. */
export function decodeForm(text: string, rule: ObjectRule): Decoded {
  if (BROKEN_ESCAPE.test(text)) return unreadable("the form has a % that starts no escape");
  const value: Record<string, unknown> = Object.create(null);
  const findings: WireFinding[] = [];
  for (const [name, content] of new URLSearchParams(text)) {
    const [, array, member] = RAILS_MEMBER.exec(name) ?? [];
    if (array && member && rule.properties[array]?.type === "array") {
      addMember(value, array, member, content, rule.properties[array] as ArrayRule);
    } else if (name in value) {
      findings.push({ message: `\`${name}\` is given twice`, field: name, rule: "syntax" });
    } else {
      value[name] = decodeScalar(
        content,
        Object.hasOwn(rule.properties, name) ? rule.properties[name] : undefined,
      );
    }
  }
  return { value: { ...value }, findings };
}

/** A member that the last item already has begins the next item. */
function addMember(
  value: Record<string, unknown>,
  array: string,
  member: string,
  text: string,
  rule: ArrayRule,
): void {
  const items = (value[array] ?? []) as Record<string, unknown>[];
  value[array] = items;
  const last = items.at(-1);
  const item = last && !Object.hasOwn(last, member) ? last : {};
  if (item !== last) items.push(item);
  item[member] = decodeScalar(text, (rule.items as ObjectRule).properties[member]);
}
