/**
 * OPS-COM's own tables, copied by hand from the vendor's "Push API: User Create/Update" page
 * and from its public sibling pages "API Error Codes" and "Pull API: UserType".
 * Nothing here is derived from `openapi/opscom.yaml`: that is what makes it a witness against it.
 */

/** What the column "Limits" says; the page's word for a text is kept, to be compared with what is enforced. */
export interface OpscomLimit {
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly characters?: "alphanumeric including dashes";
  readonly format?: "email" | "date";
}

function alphanumeric(atMost: number): OpscomLimit {
  return { atMost, characters: "alphanumeric including dashes" };
}

const NO_LIMIT: OpscomLimit = {};
/** "Id number of UserType": no length. */
const ID_NUMBER: OpscomLimit = {};
/** "2-character postal abbreviation eg. "MA"" */
const POSTAL_ABBREVIATION: OpscomLimit = { atLeast: 2, atMost: 2 };
/** "10-character date in format 'yyyy-mm-dd'" */
const DATE: OpscomLimit = { atMost: 10, format: "date" };
/** The description of this row adds: "Valid email address". */
const EMAIL: OpscomLimit = { ...alphanumeric(100), format: "email" };

/** One row, its columns in the page's order: Attribute, Type, Limits, Possible Names, Description. */
export type OpscomRow = readonly [
  label: string,
  type: "String",
  limit: OpscomLimit,
  names: readonly [string, ...string[]],
  use: "Required" | "Optional",
];

export const OPSCOM_ROWS: readonly OpscomRow[] = [
  ["apiToken", "String", alphanumeric(50), ["apiToken"], "Required"],
  ["Unique ID", "String", alphanumeric(50), ["unique_id"], "Required"],
  ["Login Source", "String", alphanumeric(20), ["login_source"], "Required"],
  ["First Name", "String", alphanumeric(50), ["first_name"], "Optional"],
  ["Last Name", "String", alphanumeric(50), ["last_name"], "Optional"],
  ["User Name", "String", alphanumeric(50), ["user_name"], "Optional"],
  ["Email", "String", EMAIL, ["email"], "Optional"],
  ["Street - address 1", "String", NO_LIMIT, ["street"], "Optional"],
  ["City - address 1", "String", alphanumeric(50), ["city"], "Optional"],
  ["Province - address 1", "String", POSTAL_ABBREVIATION, ["province", "state"], "Optional"],
  ["Postal Code - address 1", "String", alphanumeric(20), ["postal_code", "zip"], "Optional"],
  ["Street - address 2", "String", alphanumeric(20), ["street2"], "Optional"],
  ["City - address 2", "String", alphanumeric(50), ["city2"], "Optional"],
  ["Province - address 2", "String", POSTAL_ABBREVIATION, ["province2", "state2"], "Optional"],
  ["Postal_Code - address 2", "String", alphanumeric(20), ["postal_code2", "zip2"], "Optional"],
  ["Cell phone number", "String", alphanumeric(20), ["phone_cell"], "Optional"],
  ["User Type ID", "String", ID_NUMBER, ["user_type_id"], "Optional"],
  ["Employee Number", "String", alphanumeric(50), ["employ_no"], "Optional"],
  ["Employee phone number", "String", alphanumeric(50), ["employee_phone"], "Optional"],
  ["Student number", "String", alphanumeric(50), ["student_no"], "Optional"],
  ["Student phone number", "String", alphanumeric(50), ["student_phone"], "Optional"],
  [
    "Driver licence number",
    "String",
    { atMost: 255 },
    ["driver_licence_num", "driver_license_num"],
    "Optional",
  ],
  ["Date of Birth", "String", DATE, ["date_of_birth"], "Optional"],
  ["Locker User Type ID", "String", ID_NUMBER, ["locker_user_type_id"], "Optional"],
  [
    "Driver's licence province",
    "String",
    POSTAL_ABBREVIATION,
    ["driver_licence_prov", "driver_license_state"],
    "Optional",
  ],
];

/** Every attribute travels in the JSON body, the token too. */
export const OPSCOM_PUSH = {
  method: "post",
  host: "https://controller.operationscommander.io",
  path: "/api/{tenant}/v1/profiles/push",
  effect: "upsert",
  reference: "reference_id",
  token: "apiToken",
  mediaType: "application/json",
  // The page has no table of the answer: its fields and their types are those of the printed answer.
  answer: [
    ["status", "string", { const: "success" }],
    ["reference_id", "integer", {}],
  ],
} as const;

/** The read-only sibling: the token in, the types out. */
export const OPSCOM_USER_TYPES = {
  method: "post",
  path: "/api/{tenant}/v1/profiles/types/list",
  effect: "read",
  token: "apiToken",
  mediaType: "application/json",
  answer: [
    ["status", "string", { const: "success" }],
    ["user_types", "array", {}],
  ],
  userType: [
    ["id", "string", {}],
    ["type_name", "string", {}],
    ["ext_info", "string", { enum: ["Student", "Staff", "Public", "Athletics"] }],
  ],
} as const;

/** `{"ErrorCode": 9001, "ErrorMessage": "API Token is missing from the request."}` */
export const OPSCOM_ERROR = { code: ["ErrorCode", "integer"], message: ["ErrorMessage", "string"] } as const;

/** One code that can answer a push: what it means for the run, and the wire name where the meaning tells it. */
export type FaultRow = readonly [
  code: number,
  meaning: string,
  consequence: "configuration" | "authentication" | "rejected",
  field?: string,
];

export const OPSCOM_FAULTS: readonly FaultRow[] = [
  [9000, "client code (tenant) missing", "configuration"],
  [9001, "token missing", "authentication"],
  [9002, "token lacks permission", "authentication"],
  [9003, "request could not be parsed", "rejected"],
  [9009, "record not found", "rejected"],
  [9013, "unique id required", "rejected", "unique_id"],
  [9014, "login source required", "rejected", "login_source"],
  [9015, "login source invalid", "rejected", "login_source"],
  [9016, "e-mail required", "rejected", "email"],
  [9017, "first name required", "rejected", "first_name"],
  [9018, "last name required", "rejected", "last_name"],
  [9019, "e-mail must be unique", "rejected", "email"],
  [9020, "user name must be unique", "rejected", "user_name"],
  [9022, "a record already exists with these details", "rejected"],
  [9030, "too long", "rejected"],
  [9031, "required", "rejected"],
  [9032, "too short", "rejected"],
  [9033, "invalid value", "rejected"],
];

/** Permits and vehicles only: none of these can answer a push. */
export const OPSCOM_FAULTS_OF_OTHER_CALLS = [9004, 9005, 9006, 9007, 9008, 9010, 9011, 9012, 9021];
