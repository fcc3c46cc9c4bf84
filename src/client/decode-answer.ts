import type { OperationFacts, RequestFormat } from "../contract/operation.ts";
import type { ObjectRule } from "../contract/rule.ts";
import { decodeXml } from "../wire/decode-xml.ts";

/** Turns the text of an answer into a value, in the format that the client speaks; `undefined` where it is not in it. */
export type DecodeAnswer = (text: string) => unknown;

export function createAnswerDecoder({ encoding }: RequestFormat, facts: OperationFacts): DecodeAnswer {
  const { answer, answerXml } = facts;
  if (encoding !== "xml" || !answerXml) return decodeJson;
  return async (text) => (await decodeXml(text, answerXml, answer as ObjectRule)).value;
}

function decodeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
