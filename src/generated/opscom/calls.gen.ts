// Generated from openapi/opscom.yaml by `npm run generate`. Do not edit: change the document and run it again.

import type { FaultFacts } from "../../contract/fault.ts";
import type { CallFacts } from "../../contract/operation.ts";
import { ListUserTypesRequest, PushProfileRequest, PushProfileResult, UserTypeList } from "./rules.gen.ts";

const faults = {
  message: "ErrorMessage",
  code: "ErrorCode",
  table: {
    "9000": { class: "configuration", meaning: "The client code (tenant) is missing." },
    "9001": { class: "authentication", meaning: "The API token is missing." },
    "9002": { class: "authentication", meaning: "The API token lacks the permission." },
    "9003": { meaning: "The request could not be parsed." },
    "9009": { meaning: "The record was not found." },
    "9013": { meaning: "The unique id is required.", field: "unique_id" },
    "9014": { meaning: "The login source is required.", field: "login_source" },
    "9015": { meaning: "The login source is invalid.", field: "login_source" },
    "9016": { meaning: "The user's e-mail is required.", field: "email" },
    "9017": { meaning: "The user's first name is required.", field: "first_name" },
    "9018": { meaning: "The user's last name is required.", field: "last_name" },
    "9019": { meaning: "The e-mail must be unique.", field: "email" },
    "9020": { meaning: "The user name must be unique.", field: "user_name" },
    "9022": { meaning: "A record with these details exists already." },
    "9030": { meaning: "A value is too long." },
    "9031": { meaning: "A required value is missing." },
    "9032": { meaning: "A value is too short." },
    "9033": { meaning: "A value is invalid." },
  },
} as const satisfies FaultFacts;

export const pushProfile = {
  id: "pushProfile",
  method: "POST",
  path: "/api/{tenant}/v1/profiles/push",
  baseUrl: "https://controller.operationscommander.io",
  repeatSafe: true,
  secret: { in: "body", name: "apiToken", rule: { type: "string", minLength: 1, maxLength: 50, sensitive: true } },
  parameters: { tenant: { type: "string", pattern: /^[A-Za-z0-9_\-]+$/u } },
  formats: { "application/json": "json" },
  record: PushProfileRequest,
  answer: PushProfileResult,
  faults: faults,
} as const satisfies CallFacts;

export const listUserTypes = {
  id: "listUserTypes",
  method: "POST",
  path: "/api/{tenant}/v1/profiles/types/list",
  baseUrl: "https://controller.operationscommander.io",
  repeatSafe: true,
  secret: { in: "body", name: "apiToken", rule: { type: "string", minLength: 1, maxLength: 50, sensitive: true } },
  parameters: { tenant: { type: "string", pattern: /^[A-Za-z0-9_\-]+$/u } },
  formats: { "application/json": "json" },
  record: ListUserTypesRequest,
  answer: UserTypeList,
  faults: faults,
} as const satisfies CallFacts;
