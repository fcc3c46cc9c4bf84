// Generated from openapi/ccs.yaml by `npm run generate`. Do not edit: change the document and run it again.

import type { OperationFacts } from "../../contract/operation.ts";
import * as calls from "./calls.gen.ts";

export const addUser = {
  ...calls.addUser,
  effect: "create",
  identity: ["email"],
  reference: "id",
} as const satisfies OperationFacts;
