import type { FaultGuide } from "../../contract/fault.ts";
import type { Field } from "../../contract/field.ts";
import type { OperationFacts } from "../../contract/operation.ts";
import { faultGuide as activeplatformFaults } from "../../generated/activeplatform/faults.gen.ts";
import { createUserFields } from "../../generated/activeplatform/fields.gen.ts";
import { createUser } from "../../generated/activeplatform/operations.gen.ts";
import { faultGuide as ccsFaults } from "../../generated/ccs/faults.gen.ts";
import { addUserFields } from "../../generated/ccs/fields.gen.ts";
import { addUser } from "../../generated/ccs/operations.gen.ts";
import { faultGuide as opscomFaults } from "../../generated/opscom/faults.gen.ts";
import { pushProfileFields } from "../../generated/opscom/fields.gen.ts";
import { pushProfile } from "../../generated/opscom/operations.gen.ts";
import type { Target } from "./target.ts";

/** What is known of an API without settings: the call that writes a person, and the fields of one. */
export interface ApiFacts {
  readonly facts: OperationFacts;
  readonly fields: readonly Field[];
  readonly faultGuide: FaultGuide;
}

export const API_FACTS: Readonly<Record<Target["api"], ApiFacts>> = {
  opscom: { facts: pushProfile, fields: pushProfileFields, faultGuide: opscomFaults },
  activeplatform: { facts: createUser, fields: createUserFields, faultGuide: activeplatformFaults },
  ccs: { facts: addUser, fields: addUserFields, faultGuide: ccsFaults },
};
