import { createCheck } from "../../contract/check.ts";
import type { FaultGuide } from "../../contract/fault.ts";
import { faultAnswerOf } from "../../contract/fault-answer.ts";
import type { Field } from "../../contract/field.ts";
import type { Issue } from "../../contract/issue.ts";
import type { OperationFacts } from "../../contract/operation.ts";
import { recordRule } from "../../contract/record-rule.ts";
import type { RuleName } from "../../contract/rule.ts";
import type { PersonRecord } from "../map/mapped.ts";
import type { Reason } from "../reason.ts";
import { createAliasWarnings } from "./differing-aliases.ts";
import { fieldsSitesRequire, isMissing, type WantedField, wantField } from "./missing-fields.ts";
import type { Target } from "./target.ts";

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
  const check = createCheck(recordRule(facts));
  const aliasWarnings = createAliasWarnings(fields);
  const required = require.map((field) => wantField(field, fields));
  const wished = fieldsSitesRequire(fields, faultGuide)
    .filter((field) => !require.includes(field))
    .map((field) => wantField(field, fields));

  return function checkRecord(record) {
    const issues = check(record);
    const tolerated = issues.filter((issue) => isTolerated(issue, warn));
    const refused = issues.filter((issue) => !tolerated.includes(issue));
    const reasons = refused.map(({ field, rule, message }) => toReason({ field, rule, message }, faultGuide));
    const warnings = tolerated.map(({ message }) => message);
    // Nearly every record has nothing to add, and a run makes millions of these.
    for (const field of missing(record, required, issues)) reasons.push(missingReason(field, faultGuide));
    for (const reason of emptyKeys(record, facts, issues)) reasons.push(reason);
    for (const field of missing(record, wished, issues)) warnings.push(missingWarning(field, faultGuide));
    for (const warning of aliasWarnings(record)) warnings.push(warning);
    return { reasons, warnings };
  };
}

function isTolerated({ path, rule }: Issue, warn: readonly string[]): boolean {
  return warn.includes(String(path[0])) && LIMITS.includes(rule);
}

/** Fields that are wanted, are not there, and were not found missing already. */
function missing(record: PersonRecord, wanted: readonly WantedField[], issues: readonly Issue[]): string[] {
  return wanted
    .filter((one) => isMissing(record, one) && !issues.some(({ field }) => field === one.field))
    .map(({ field }) => field);
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
function emptyKeys(record: PersonRecord, { identity }: OperationFacts, issues: readonly Issue[]): Reason[] {
  return identity
    .filter((name) => record[name] === "" && !issues.some(({ field }) => field === name))
    .map((field) => ({ field, message: `\`${field}\` is empty, and tells one person from another` }));
}

function toReason(
  { field, rule, message }: { field: string; rule: RuleName; message: string },
  faultGuide: FaultGuide,
): Reason {
  const code = faultAnswerOf(faultGuide, { field, rule });
  return { field, message, answered: false, ...(code === undefined ? {} : { code }) };
}
