import { BYTE_RANGE, CCS_ANSWER, CCS_CALL, CCS_FIELDS, CCS_XML, type CcsRow } from "./ccs.ts";
import { callLines, type Field, objectLines } from "./table-lines.ts";

/** What the CCS tables state, in the lines of `document-lines.ts`. */
export function ccsLines(): string[] {
  const required = CCS_FIELDS.filter((row) => row.required).map((row) => row.jsonName);
  return [
    ...callLines("addUser", CCS_CALL, CCS_CALL.requestMediaTypes),
    `addUser x-secret "${CCS_CALL.secret}"`,
    ...objectLines("addUser request", CCS_FIELDS.map(fieldOfRow), required),
    ...xmlLines("addUser request", CCS_XML.requestRoot),
    ...objectLines("addUser answer", CCS_ANSWER.map(fieldOfRow)),
    ...xmlLines("addUser answer", CCS_XML.answerRoot),
    ...CCS_FIELDS.map((row) => `addUser request/${row.jsonName} xml/name "${row.name}"`),
    ...CCS_ANSWER.map((row) => `addUser answer/${row.jsonName} xml/name "${row.name}"`),
  ];
}

function xmlLines(place: string, root: string): string[] {
  return [
    `${place} xml/name "${root}"`,
    `${place} xml/namespace "${CCS_XML.namespace}"`,
    `${place} x-xml-element-order "alphabetical"`,
  ];
}

function fieldOfRow({ jsonName, type, length }: CcsRow): Field {
  if (type === "byte") return [jsonName, "integer", { minimum: BYTE_RANGE.least, maximum: BYTE_RANGE.most }];
  return [jsonName, type, length ? { minLength: length[0], maxLength: length[1] } : {}];
}
