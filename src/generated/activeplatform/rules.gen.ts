// Generated from openapi/activeplatform.yaml by `npm run generate`. Do not edit: change the document and run it again.

import { DATE_TIME, EMAIL } from "../../contract/format.ts";
import type { Rule } from "../../contract/rule.ts";

export const CreateUserRequest = {
  type: "object",
  closed: true,
  required: ["first_name", "last_name", "password", "email"],
  properties: {
    first_name: { type: "string", minLength: 1, sensitive: true },
    middle_name: { type: "string", sensitive: true },
    last_name: { type: "string", minLength: 1, sensitive: true },
    password: { type: "string", minLength: 1, password: true, sensitive: true },
    email: { type: "string", format: EMAIL, sensitive: true },
    custom_attributes: {
      type: "array",
      items: {
        type: "object",
        closed: true,
        required: ["key", "value"],
        properties: {
          key: { type: "string", minLength: 1 },
          value: { type: ["string", "number", "boolean"], sensitive: true },
        },
      },
      sensitive: true,
    },
  },
} as const satisfies Rule;

export const User = {
  type: "object",
  closed: false,
  required: ["id", "first_name", "last_name", "email", "status", "created_at", "updated_at"],
  properties: {
    id: { type: "integer" },
    first_name: { type: "string" },
    middle_name: { type: "string" },
    last_name: { type: "string" },
    email: { type: "string" },
    status: { type: "string", enum: ["active", "inactive"] },
    custom_attributes: {
      type: "array",
      items: {
        type: "object",
        closed: false,
        required: ["name", "value"],
        properties: { name: { type: "string" }, value: { type: ["string", "number", "boolean"] } },
      },
    },
    created_at: { type: "string", format: DATE_TIME },
    updated_at: { type: "string", format: DATE_TIME },
  },
} as const satisfies Rule;
