import type { Api } from "../vendor-facts/read-document.ts";

/** One change of a document that breaks those who call the API. */
export interface BreakingChange {
  readonly kind: string;
  readonly in: Api;
  readonly from: string;
  readonly to: string;
}

const MAX_20 = "minLength: 1\n          maxLength: 20";

export const BREAKING_CHANGES: readonly BreakingChange[] = [
  {
    kind: "a field becomes required",
    in: "opscom",
    from: "[apiToken, unique_id, login_source]",
    to: "[apiToken, unique_id, login_source, email]",
  },
  { kind: "a field is renamed", in: "opscom", from: "        city2:\n", to: "        town2:\n" },
  { kind: "a text gets shorter", in: "opscom", from: MAX_20, to: MAX_20.replace("20", "19") },
  {
    kind: "a text gets longer at least",
    in: "opscom",
    from: MAX_20,
    to: MAX_20.replace("minLength: 1", "minLength: 2"),
  },
  {
    kind: "a text gets a pattern",
    in: "opscom",
    from: "description: Main address, city.",
    to: "description: Main address, city.\n          pattern: ^[A-Z]+$",
  },
  { kind: "a number gets a higher minimum", in: "ccs", from: "minimum: 0", to: "minimum: 1" },
  { kind: "a number gets a lower maximum", in: "ccs", from: "maximum: 255", to: "maximum: 254" },
  {
    kind: "a text gets a format",
    in: "ccs",
    from: "type: string\n          minLength: 0\n          maxLength: 250\n          description: E-mail",
    to: "type: string\n          format: email\n          minLength: 0\n          maxLength: 250\n          description: E-mail",
  },
  {
    kind: "a field changes its type",
    in: "ccs",
    from: "roleId:\n          type: integer",
    to: "roleId:\n          type: string",
  },
  {
    kind: "a field takes fewer types",
    in: "activeplatform",
    from: "type: [string, number, boolean]",
    to: "type: [string, number]",
  },
  {
    kind: "a format of requests goes",
    in: "ccs",
    from: '          text/json:\n            schema:\n              $ref: "#/components/schemas/UserPost"\n            examples:\n              vendorSample:\n                $ref: "#/components/examples/VendorSample"\n',
    to: "",
  },
  {
    kind: "a format of answers goes",
    in: "ccs",
    from: '            text/json:\n              schema:\n                $ref: "#/components/schemas/UserPostResponse"\n              examples:\n                vendorSample:\n                  $ref: "#/components/examples/VendorAnswer"\n',
    to: "",
  },
  {
    kind: "an operation moves",
    in: "activeplatform",
    from: "  /api/vendor/v1/users.json:",
    to: "  /api/vendor/v2/users.json:",
  },
  { kind: "a parameter is renamed", in: "activeplatform", from: "- name: api_token", to: "- name: token" },
  {
    kind: "a status goes",
    in: "opscom",
    from: '        "400":\n          $ref: "#/components/responses/Fault"\n',
    to: "",
  },
  {
    kind: "a member of an answer may be absent",
    in: "opscom",
    from: "required: [status, reference_id]",
    to: "required: [status]",
  },
  {
    kind: "a member of an answer is renamed",
    in: "activeplatform",
    from: "        updated_at:\n",
    to: "        changed_at:\n",
  },
  {
    kind: "a member of an answer changes its type",
    in: "opscom",
    from: "reference_id:\n          type: integer",
    to: "reference_id:\n          type: string",
  },
  {
    kind: "the namespace of XML changes",
    in: "ccs",
    from: "UserPost\n        namespace: http://schemas",
    to: "UserPost\n        namespace: https://schemas",
  },
  { kind: "an XML element is renamed", in: "ccs", from: "name: FirstName", to: "name: GivenName" },
  { kind: "the order of XML elements changes", in: "ccs", from: "name: Title", to: "name: Atitle" },
];
