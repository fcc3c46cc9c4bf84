import type { CallFacts } from "../contract/operation.ts";
import type { ObjectRule } from "../contract/rule.ts";
import type { Codec } from "./codec.ts";
import { encodeXml } from "./encode-xml.ts";

export const xmlCodec: Codec = {
  encoding: "xml",
  accept: "application/xml",
  load: () => import("./decode-xml.ts").then(({ loadParser }) => loadParser()),
  encode: (body, { requestXml }) => (requestXml ? encodeXml(body, requestXml) : ""),
  decode: parseXmlAnswer,
};

/** The reader and its parser are loaded with the first answer. */
async function parseXmlAnswer(text: string, { answer, answerXml }: CallFacts): Promise<unknown> {
  const { decodeXml } = await import("./decode-xml.ts");
  return answerXml && (await decodeXml(text, answerXml, answer as ObjectRule)).value;
}
