// Generated from openapi/ccs.yaml by `npm run generate`. Do not edit: change the document and run it again.

import type { Rule } from "../../contract/rule.ts";

export const UserPost = {
  type: "object",
  closed: true,
  required: ["email", "firstName", "roleId"],
  properties: {
    title: { type: "string", minLength: 0, maxLength: 10, sensitive: true },
    firstName: { type: "string", minLength: 0, maxLength: 100, sensitive: true },
    lastName: { type: "string", minLength: 0, maxLength: 100, sensitive: true },
    phone: { type: "string", minLength: 0, maxLength: 20, sensitive: true },
    email: { type: "string", minLength: 0, maxLength: 250, sensitive: true },
    password: { type: "string", minLength: 0, maxLength: 250, password: true, sensitive: true },
    roleId: { type: "integer" },
    departmentId: { type: "integer", minimum: 0, maximum: 255 },
    forcePasswordChange: { type: "boolean" },
  },
} as const satisfies Rule;

export const UserPostResponse = { type: "object", closed: false, required: ["id"], properties: { id: { type: "integer" } } } as const satisfies Rule;
