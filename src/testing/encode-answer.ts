import type { XmlFacts } from "../contract/operation.ts";
import { encodeXml } from "../wire/encode-xml.ts";

/** Writes an answer in the format that was negotiated: XML where the media type says so, JSON otherwise. */
export function encodeAnswer(
  body: unknown,
  mediaType: string | undefined,
  facts: XmlFacts | undefined,
): string {
  if (body === undefined) return "";
  if (facts && mediaType?.endsWith("/xml")) return encodeXml(body as object, facts);
  return JSON.stringify(body);
}
