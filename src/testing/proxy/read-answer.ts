import type { FaultFacts } from "../../contract/fault.ts";
import type { OperationFacts } from "../../contract/operation.ts";
import type { ObjectRule } from "../../contract/rule.ts";
import { decodeJson } from "../../wire/decode-json.ts";
import { decodeXml } from "../../wire/decode-xml.ts";
import type { Decoded } from "../../wire/decoded.ts";
import type { MockAnswer } from "../exchange.ts";

/** Reads the body of an answer by its media type: XML where that says so, JSON otherwise. */
export async function readAnswer(
  { answer: rule, answerXml }: OperationFacts,
  { headers, body }: MockAnswer,
): Promise<Decoded> {
  const text = typeof body === "string" ? body : new TextDecoder().decode(body);
  if (answerXml && mediaTypeOf(headers)?.endsWith("/xml")) {
    return decodeXml(text, answerXml, rule as ObjectRule);
  }
  return decodeJson(text);
}

export function mediaTypeOf(headers: MockAnswer["headers"]): string | undefined {
  return (
    String(headers["content-type"] ?? "")
      .split(";", 1)[0]
      ?.trim()
      .toLowerCase() || undefined
  );
}

/** Whether a body is one of the API's faults: what its code or, where there are no codes, its message stands in. */
export function isFault(faults: FaultFacts | undefined, value: unknown): boolean {
  if (!faults || typeof value !== "object" || value === null) return false;
  return Object.hasOwn(value, faults.code ?? faults.message);
}
