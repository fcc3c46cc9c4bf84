import { bodyRule } from "../contract/body-rule.ts";
import type { Encoding, OperationFacts } from "../contract/operation.ts";
import { decodeForm } from "../wire/decode-form.ts";
import { decodeJson } from "../wire/decode-json.ts";
import { decodeXml } from "../wire/decode-xml.ts";
import { type Decoded, unreadable } from "../wire/decoded.ts";

/** Reads a body in one of the documented formats. Only its syntax is judged here. */
export async function decodeBody(
  bytes: Uint8Array,
  encoding: Encoding,
  facts: OperationFacts,
): Promise<Decoded> {
  const text = decodeText(bytes);
  if (text === undefined) return unreadable("the body is not UTF-8");
  if (text.trim() === "") return unreadable("the body is empty");
  if (encoding === "form") return decodeForm(text, bodyRule(facts));
  const { requestXml } = facts;
  return encoding === "xml" && requestXml ? decodeXml(text, requestXml, bodyRule(facts)) : decodeJson(text);
}

function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
