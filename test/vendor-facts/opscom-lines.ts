import { faultLine } from "./document-lines.ts";
import {
  OPSCOM_ERROR,
  OPSCOM_FAULTS,
  OPSCOM_FAULTS_OF_OTHER_CALLS,
  OPSCOM_PUSH,
  OPSCOM_ROWS,
  OPSCOM_USER_TYPES,
  type OpscomRow,
} from "./opscom.ts";
import { type Call, callLines, errorLines, type Field, objectLines, parameterLines } from "./table-lines.ts";

/** What OPS-COM's tables state, in the lines of `document-lines.ts`. */
export function opscomLines(): string[] {
  return [`server ${OPSCOM_PUSH.host}`, ...pushLines(), ...userTypesLines()];
}

function pushLines(): string[] {
  return [
    ...opscomCallLines("pushProfile", OPSCOM_PUSH),
    ...requestLines("pushProfile request", OPSCOM_ROWS),
    ...objectLines("pushProfile answer", OPSCOM_PUSH.answer),
  ];
}

function userTypesLines(): string[] {
  const tokenRows = OPSCOM_ROWS.filter((row) => row[3][0] === OPSCOM_USER_TYPES.token);
  return [
    ...opscomCallLines("listUserTypes", OPSCOM_USER_TYPES),
    "listUserTypes x-repeat-safe true",
    ...requestLines("listUserTypes request", tokenRows),
    ...objectLines("listUserTypes answer", OPSCOM_USER_TYPES.answer),
    ...objectLines("listUserTypes answer/user_types[]", OPSCOM_USER_TYPES.userType),
  ];
}

function opscomCallLines(id: string, call: Call & { mediaType: string }): string[] {
  return [
    ...callLines(id, call, [call.mediaType]),
    ...parameterLines(`${id} parameter/tenant`, "path"),
    ...errorLines(`${id} error`, OPSCOM_ERROR),
    ...faultLines(`${id} error`),
  ];
}

function requestLines(place: string, rows: readonly OpscomRow[]): string[] {
  const required = rows.filter((row) => row[4] === "Required").map((row) => row[3][0]);
  return objectLines(place, rows.flatMap(fieldsOfRow), required);
}

function fieldsOfRow([, , limit, [name, ...aliases]]: OpscomRow): Field[] {
  const { atMost, atLeast, ...others } = limit;
  const constraints = { minLength: atLeast, maxLength: atMost, ...others };
  const secret = name === OPSCOM_PUSH.token ? { "x-secret": true } : {};
  return [
    [name, "string", { ...constraints, ...secret }],
    ...aliases.map((alias): Field => [alias, "string", { ...constraints, "x-alias-of": name }]),
  ];
}

function faultLines(place: string): string[] {
  // The vendor has no word for the codes of other calls; "foreign" is the documents' own.
  const foreign = OPSCOM_FAULTS_OF_OTHER_CALLS.map((code) => faultLine(place, { code, class: "foreign" }));
  const own = OPSCOM_FAULTS.map(([code, , consequence, field]) => {
    return faultLine(place, { code, class: consequence, field });
  });
  return [...own, ...foreign];
}
