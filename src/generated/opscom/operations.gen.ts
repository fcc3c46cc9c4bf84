// Generated from openapi/opscom.yaml by `npm run generate`. Do not edit: change the document and run it again.

import type { OperationFacts } from "../../contract/operation.ts";
import * as calls from "./calls.gen.ts";

export const pushProfile = {
  ...calls.pushProfile,
  effect: "upsert",
  identity: ["unique_id", "login_source"],
  reference: "reference_id",
} as const satisfies OperationFacts;

export const listUserTypes = {
  ...calls.listUserTypes,
  effect: "read",
  identity: [],
} as const satisfies OperationFacts;
