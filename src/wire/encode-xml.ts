import type { XmlFacts } from "../contract/operation.ts";
import { encodeScalar } from "./encode-scalar.ts";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;" };

/** Not characters of XML 1.0, in whatever notation; a document that holds one cannot be read by anybody. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Writes a body as XML, elements in the order of the document: the DataContract serializer skips what comes late. */
export function encodeXml(body: object, { root, namespace, elements }: XmlFacts): string {
  const values = body as Readonly<Record<string, unknown>>;
  const content = Object.entries(elements)
    .filter(([member]) => values[member] !== undefined)
    .map(([member, element]) => `<${element}>${escapeText(encodeScalar(values[member]))}</${element}>`);
  return `<${root} xmlns="${namespace}">${content.join("")}</${root}>`;
}

function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, "\ufffd")
    .replace(/[&<>\r]/g, (character) => ENTITIES[character] ?? "");
}
