// Generated from openapi/activeplatform.yaml by `npm run generate`. Do not edit: change the document and run it again.

import type { FaultFacts } from "../../contract/fault.ts";
import type { CallFacts } from "../../contract/operation.ts";
import { CreateUserRequest, User } from "./rules.gen.ts";

const faults = { message: "error" } as const satisfies FaultFacts;

export const createUser = {
  id: "createUser",
  method: "POST",
  path: "/api/vendor/v1/users.json",
  repeatSafe: false,
  secret: { in: "query", name: "api_token", rule: { type: "string", minLength: 1, sensitive: true } },
  parameters: {},
  formats: { "application/json": "json", "application/x-www-form-urlencoded": "form" },
  record: CreateUserRequest,
  answer: User,
  faults: faults,
} as const satisfies CallFacts;
