import { createCheck } from "../../contract/check.ts";
import type { FaultGuide } from "../../contract/fault.ts";
import { faultAnswerOf } from "../../contract/fault-answer.ts";
import type { Field } from "../../contract/field.ts";
import type { Issue } from "../../contract/issue.ts";
import type { OperationFacts } from "../../contract/operation.ts";
import type { RuleName } from "../../contract/rule.ts";
import type { PersonRecord } from "../map/mapped.ts";
import type { Reason } from "../reason.ts";
import { aliasPairs, aliasWarning, differ } from "./differing-aliases.ts";
import { fieldsSitesRequire, isMissing, type WantedField, wantField } from "./missing-fields.ts";
import type { Target } from "./target.ts";
import { unseenWarning } from "./unseen-signs.ts";

/** What a person wants of the records beyond, or short of, what the document says. */
export interface Demands {
  /** Fields whose limits give a warning: a site may allow more than the vendor's page does. Default: none. */
  readonly warn?: readonly string[] | undefined;
  /** Fields that every person must have. Default: those of the document alone. */
  readonly require?: readonly string[] | undefined;
}

export interface RecordCheckOptions extends Demands {
  readonly facts: OperationFacts;
  readonly fields: readonly Field[];
  readonly faultGuide: FaultGuide;
}

/** What a site may well set otherwise. A missing value, or one of another type, is no limit. */
const LIMITS: readonly RuleName[] = [
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "pattern",
  "format",
  "enum",
];

/** The generated rules and the person's demands; each finding has the code that the API would have answered. */
export function createRecordCheck(options: RecordCheckOptions): Target["check"] {
  const { facts, fields, faultGuide, warn = [], require = [] } = options;
  const check = createCheck(facts.record);
  const aliases = aliasPairs(fields);
  const required = require.map((field) => wantField(field, fields));
  const wished = fieldsSitesRequire(fields, faultGuide)
    .filter((field) => !require.includes(field))
    .map((field) => wantField(field, fields));

  // A run makes millions of these, and nearly every one has nothing to say: so nothing is gathered before there is.
  return function checkRecord(record) {
    const issues = check(record);
    const reasons: Reason[] = [];
    const warnings: string[] = [];
    for (const issue of issues) {
      if (isTolerated(issue, warn)) warnings.push(issue.message);
      else reasons.push(toReason(issue, faultGuide));
    }
    for (const wanted of required)
      if (isUnheard(record, wanted, issues)) reasons.push(missingReason(wanted.field, faultGuide));
    for (const field of facts.identity) {
      if (record[field] === "" && !isAbout(field, issues)) reasons.push(emptyKey(field));
      const unseen = unseenWarning(field, record[field]);
      if (unseen) warnings.push(unseen);
    }
    for (const wanted of wished)
      if (isUnheard(record, wanted, issues)) warnings.push(missingWarning(wanted.field, faultGuide));
    for (const pair of aliases) if (differ(record, pair)) warnings.push(aliasWarning(pair));
    return { reasons, warnings };
  };
}

function isTolerated({ path, rule }: Issue, warn: readonly string[]): boolean {
  return warn.includes(String(path[0])) && LIMITS.includes(rule);
}

/** Whether a field that is wanted is not there, and was not found missing already. */
function isUnheard(record: PersonRecord, wanted: WantedField, issues: readonly Issue[]): boolean {
  return isMissing(record, wanted) && !isAbout(wanted.field, issues);
}

function isAbout(name: string, issues: readonly Issue[]): boolean {
  return issues.some(({ field }) => field === name);
}

function missingReason(field: string, faultGuide: FaultGuide): Reason {
  return toReason(
    { field, rule: "required", message: `\`${field}\` is missing, and this run requires it` },
    faultGuide,
  );
}

function missingWarning(field: string, faultGuide: FaultGuide): string {
  const code = faultAnswerOf(faultGuide, { field, rule: "required" });
  return `\`${field}\` is missing; a site that requires it answers fault ${code}`;
}

/** The API takes an empty key, and a run could tell nobody from anybody by it. */
function emptyKey(field: string): Reason {
  return { field, message: `\`${field}\` is empty, and tells one person from another` };
}

function toReason(
  { field, rule, message }: Pick<Issue, "field" | "rule" | "message">,
  faultGuide: FaultGuide,
): Reason {
  const code = faultAnswerOf(faultGuide, { field, rule });
  return { field, message, answered: false, ...(code === undefined ? {} : { code }) };
}
