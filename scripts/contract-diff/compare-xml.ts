import { pathToFileURL } from "node:url";
import type { XmlFacts } from "../../src/contract/operation.ts";
import { compileCall } from "../generate/compile-operation.ts";
import { readDocument } from "../generate/document.ts";
import type { Change } from "./change.ts";

/** What of the XML of a call another name, namespace or order would break: the serializer skips what it does not expect. */
export async function compareXml(before: string, after: string): Promise<Change[]> {
  const [earlier, later] = await Promise.all([readXml(before), readXml(after)]);
  return [...earlier].flatMap(([place, facts]) => {
    const now = later.get(place);
    return now ? compareFacts(place, facts, now) : [];
  });
}

async function readXml(file: string): Promise<ReadonlyMap<string, XmlFacts>> {
  const document = await readDocument(pathToFileURL(file));
  const facts = Object.entries(document.paths).flatMap(([path, item]) => {
    const { id, requestXml, answerXml } = compileCall(document, path, item);
    return [
      [`${id} request`, requestXml],
      [`${id} answer`, answerXml],
    ] as const;
  });
  return new Map(facts.flatMap(([place, xml]) => (xml ? [[place, xml] as const] : [])));
}

function compareFacts(place: string, before: XmlFacts, after: XmlFacts): Change[] {
  return [
    ...differences(`${place} xml/namespace`, before.namespace, after.namespace),
    ...differences(`${place} xml/name`, before.root, after.root),
    ...Object.entries(before.elements).flatMap(([member, element]) =>
      differences(`${place}/${member} xml/name`, element, after.elements[member] ?? element),
    ),
    ...differences(`${place} order of XML elements`, orderOf(before, after), orderOf(after, before)),
  ];
}

/** The members that both know, in the order of one. */
function orderOf({ elements }: XmlFacts, other: XmlFacts): string {
  return Object.keys(elements)
    .filter((member) => member in other.elements)
    .join(", ");
}

function differences(place: string, before: string, after: string): Change[] {
  if (before === after) return [];
  return [{ impact: "major", place, message: `changed from '${before}' to '${after}'` }];
}
