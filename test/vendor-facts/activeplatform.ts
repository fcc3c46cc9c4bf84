/**
 * ActivePlatform's own tables, copied by hand from the vendor's "Create a User" page.
 * Nothing here is derived from `openapi/activeplatform.yaml`: that is what makes it a witness against it.
 */

export type ArgumentUse = "Required" | "Optional" | "Depends on ID of the account type";

/** One row, its columns in the page's order: Name, Parameter Type, Data type, Required/Optional. */
export type ArgumentRow = readonly [
  name: string,
  travels: "query" | "form",
  type: "string" | "Depends on attribute",
  use: ArgumentUse,
];

export const ACTIVEPLATFORM_ARGUMENTS: readonly ArgumentRow[] = [
  ["api_token", "query", "string", "Required"],
  ["first_name", "form", "string", "Required"],
  ["middle_name", "form", "string", "Optional"],
  ["last_name", "form", "string", "Required"],
  ["password", "form", "string", "Required"],
  ["email", "form", "string", "Required"],
  ["custom_attributes[][key]", "form", "string", "Depends on ID of the account type"],
  ["custom_attributes[][value]", "form", "Depends on attribute", "Depends on ID of the account type"],
];

/** One row, its columns in the page's order: Name, Data type. */
// A "date" is described as "a date and time", and printed with milliseconds and an offset.
export type AnswerRow = readonly [name: string, type: "integer" | "string" | "array" | "date"];

export const ACTIVEPLATFORM_ANSWER: readonly AnswerRow[] = [
  ["id", "integer"],
  ["first_name", "string"],
  ["middle_name", "string"],
  ["last_name", "string"],
  ["email", "string"],
  ["status", "string"],
  ["custom_attributes", "array"],
  ["created_at", "date"],
  ["updated_at", "date"],
];

/** "A user's status for all Accounts, to which it was linked: active or inactive." */
export const ACTIVEPLATFORM_STATUSES = ["active", "inactive"];

/** The answer's attributes are named by `name`, the request's by `key`. */
export const ACTIVEPLATFORM_ANSWER_ATTRIBUTE = ["name", "value"];

/** `{"error": "password is missing"}`, with no status. */
export const ACTIVEPLATFORM_ERROR = { message: ["error", "string"] } as const;

/** The arguments are form fields, the printed example is JSON: both are the page's. */
export const ACTIVEPLATFORM_CREATE = {
  method: "post",
  path: "/api/vendor/v1/users.json",
  exampleBase: "http://billing.activeplatform.com:80",
  effect: "create",
  /** "A unique identification number of the user." */
  reference: "id",
  token: "api_token",
  requestMediaTypes: ["application/json", "application/x-www-form-urlencoded"],
  answerMediaType: "application/json",
} as const;
