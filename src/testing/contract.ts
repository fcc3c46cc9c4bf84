import type { FaultGuide } from "../contract/fault.ts";
import type { OperationFacts } from "../contract/operation.ts";
import { faultGuide as activeplatformFaults } from "../generated/activeplatform/faults.gen.ts";
import { createUser } from "../generated/activeplatform/operations.gen.ts";
import { faultGuide as ccsFaults } from "../generated/ccs/faults.gen.ts";
import { addUser } from "../generated/ccs/operations.gen.ts";
import { faultGuide as opscomFaults } from "../generated/opscom/faults.gen.ts";
import { listUserTypes, pushProfile } from "../generated/opscom/operations.gen.ts";

/** What the mock must know of one API: its document, and what was generated from it. */
export interface Contract {
  /** The OpenAPI document, which Prism reads as it is. */
  readonly document: URL;
  readonly operations: readonly OperationFacts[];
  readonly faultGuide: FaultGuide;
}

/** The APIs that can be mocked, by the names of their documents. */
export type ApiName = "opscom" | "activeplatform" | "ccs";

export const contracts: Readonly<Record<ApiName, Contract>> = {
  opscom: {
    document: new URL("../../openapi/opscom.yaml", import.meta.url),
    operations: [pushProfile, listUserTypes],
    faultGuide: opscomFaults,
  },
  activeplatform: {
    document: new URL("../../openapi/activeplatform.yaml", import.meta.url),
    operations: [createUser],
    faultGuide: activeplatformFaults,
  },
  ccs: {
    document: new URL("../../openapi/ccs.yaml", import.meta.url),
    operations: [addUser],
    faultGuide: ccsFaults,
  },
};

/** The contracts of some APIs, or of all. Throws `TypeError` for a name that is none. */
export function contractsOf(apis: readonly ApiName[] = Object.keys(contracts) as ApiName[]): Contract[] {
  return apis.map((api) => {
    if (Object.hasOwn(contracts, api)) return contracts[api];
    throw new TypeError(`apis must name ${Object.keys(contracts).join(", ")}, and "${api}" came`);
  });
}
