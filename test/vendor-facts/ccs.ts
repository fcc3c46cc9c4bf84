/**
 * The CCS commercial API's own tables, copied by hand from the vendor's "POST request/user" help page.
 * Nothing here is derived from `openapi/ccs.yaml`: that is what makes it a witness against it.
 */

export type CcsType = "byte" | "string" | "boolean" | "integer";

export interface CcsRow {
  /** As the table and the XML samples write it. */
  readonly name: string;
  /** As the JSON samples write it. */
  readonly jsonName: string;
  readonly type: CcsType;
  readonly required: boolean;
  /** "String length: inclusive between … and …" */
  readonly length?: readonly [least: number, most: number];
}

/** In the table's order, which is alphabetical, and so is the XML sample's. */
export const CCS_FIELDS: readonly CcsRow[] = [
  { name: "DepartmentId", jsonName: "departmentId", type: "byte", required: false },
  { name: "Email", jsonName: "email", type: "string", required: true, length: [0, 250] },
  { name: "FirstName", jsonName: "firstName", type: "string", required: true, length: [0, 100] },
  { name: "ForcePasswordChange", jsonName: "forcePasswordChange", type: "boolean", required: false },
  { name: "LastName", jsonName: "lastName", type: "string", required: false, length: [0, 100] },
  { name: "Password", jsonName: "password", type: "string", required: false, length: [0, 250] },
  { name: "Phone", jsonName: "phone", type: "string", required: false, length: [0, 20] },
  { name: "RoleId", jsonName: "roleId", type: "integer", required: true },
  { name: "Title", jsonName: "title", type: "string", required: false, length: [0, 10] },
];

export const CCS_ANSWER: readonly CcsRow[] = [
  { name: "Id", jsonName: "id", type: "integer", required: false },
];

/** A .NET byte. */
export const BYTE_RANGE = { least: 0, most: 255 } as const;

/** The serializer reads the elements in this order and skips what comes late. */
export const CCS_XML = {
  namespace: "http://schemas.datacontract.org/2004/07/CCSCommercialAPI.Models.Users",
  requestRoot: "UserPost",
  answerRoot: "UserPostResponse",
  elementOrder: CCS_FIELDS.map((field) => field.name),
} as const;

export const CCS_CALL = {
  method: "post",
  path: "/request/user",
  effect: "create",
  /** "Id", the one field of the answer. */
  reference: "id",
  /** Nothing on the page says how a caller proves who it is. */
  secret: "undocumented",
  requestMediaTypes: [
    "application/json",
    "text/json",
    "text/html",
    "application/xml",
    "text/xml",
    "application/x-www-form-urlencoded",
  ],
  answerMediaTypes: ["application/json", "text/json", "text/html", "application/xml", "text/xml"],
} as const;
