import type { OperationFacts, RequestFormat } from "../contract/operation.ts";
import { encodeForm } from "./encode-form.ts";
import { encodeXml } from "./encode-xml.ts";

/** Writes a body in a format that its operation takes. */
export function encodeBody(
  body: object,
  { encoding }: RequestFormat,
  { requestXml }: OperationFacts,
): string {
  if (encoding === "form") return encodeForm(body);
  if (encoding === "xml" && requestXml) return encodeXml(body, requestXml);
  return JSON.stringify(body);
}
