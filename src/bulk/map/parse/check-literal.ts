import { createCheck } from "../../../contract/check.ts";
import type { RuleName, ScalarRule } from "../../../contract/rule.ts";
import { createCoerce } from "../convert/coerce.ts";
import { valueRule } from "../find-target.ts";
import { type FieldMapping, targetName } from "../mapping.ts";

/** Limits of length can be loosened for a run; what breaks another rule is refused always. */
const LENGTHS: readonly RuleName[] = ["minLength", "maxLength"];

/** What is wrong with a text of the mapping itself, as the value of its field. */
export function checkLiteral(text: string, mapping: FieldMapping): string | undefined {
  const rule = mapping.type ? ({ type: mapping.type } satisfies ScalarRule) : valueRule(mapping);
  const [issue] = createCheck(rule)(createCoerce(rule)(text));
  if (!issue || LENGTHS.includes(issue.rule)) return undefined;
  return issue.message.replace("the record", `\`${targetName(mapping)}\``);
}
