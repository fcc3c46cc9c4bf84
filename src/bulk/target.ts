import type { OpscomClient, Profile } from "../apis/opscom.ts";
import type { Result } from "../client/create-operation.ts";
import { createCheck } from "../contract/check.ts";
import type { FaultGuide } from "../contract/fault.ts";
import { faultAnswerOf } from "../contract/fault-answer.ts";
import type { Field } from "../contract/field.ts";
import type { OperationFacts } from "../contract/operation.ts";
import { recordRule } from "../contract/record-rule.ts";
import { faultGuide } from "../generated/opscom/faults.gen.ts";
import { pushProfileFields } from "../generated/opscom/fields.gen.ts";
import { pushProfile } from "../generated/opscom/operations.gen.ts";
import type { Reason } from "./row.ts";

/** Where a run pushes to: one API, reduced to what a run needs of it. */
export interface Target {
  readonly facts: OperationFacts;
  readonly fields: readonly Field[];
  /** Every reason why a record cannot be sent; none where it can. */
  readonly check: (record: object) => Reason[];
  /** Sends one record, and never throws what an API or a network can do. */
  readonly push: (record: object) => Promise<Result<object>>;
}

/** What to do about each fault of OPS-COM. */
export const opscomRemedies = faultGuide.remedies;

/** Records go to the OPS-COM Push API, each as one profile. */
export function opscomTarget(client: OpscomClient): Target {
  return {
    facts: pushProfile,
    fields: pushProfileFields,
    check: createRecordCheck(pushProfile, faultGuide),
    push: (record) => client.safe.pushProfile(record as Profile),
  };
}

/** The generated rules, each finding with the code that the API would have answered. */
function createRecordCheck(facts: OperationFacts, faultGuide: FaultGuide): Target["check"] {
  const check = createCheck(recordRule(facts));
  return (record) =>
    check(record).map(({ field, rule, message }) => {
      const code = faultAnswerOf(faultGuide, { field, rule });
      return { field, message, ...(code === undefined ? {} : { wouldBe: code }) };
    });
}
