import type { XmlElement } from "@rgrove/parse-xml";
import type { XmlFacts } from "../contract/operation.ts";
import type { ObjectRule } from "../contract/rule.ts";
import { showName } from "../contract/show-name.ts";
import { decodeScalar } from "./decode-scalar.ts";
import { type Decoded, unreadable, type WireFinding } from "./decoded.ts";
import { localName, type NamespaceScope, namespaceOf, openScope } from "./xml-namespace.ts";

const INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

export function loadParser(): Promise<typeof import("@rgrove/parse-xml")> {
  return import("@rgrove/parse-xml");
}

/**
 * Reads XML as the .NET DataContract serializer writes it, and says what that serializer would silently skip.
 * The parser knows no document types and expands no entities of their making.
 */
export async function decodeXml(text: string, facts: XmlFacts, rule: ObjectRule): Promise<Decoded> {
  const { parseXml } = await loadParser();
  try {
    const document = parseXml(text, { preserveDocumentType: true });
    if (document.children.some(({ type }) => type === "doctype"))
      return unreadable("a document type is not read");
    const { root } = document;
    return root ? readRoot(root, facts, rule) : unreadable("the body has no root element");
  } catch {
    // The parser's own message quotes the line, which may hold a password.
    return unreadable("the body is not well-formed XML");
  }
}

function readRoot(root: XmlElement, facts: XmlFacts, rule: ObjectRule): Decoded {
  const scope = openScope(root, {});
  if (localName(root) === facts.root && namespaceOf(root, scope) === facts.namespace) {
    return readRecord(elementsOf(root), scope, facts, rule);
  }
  return unreadable(
    `the root element must be ${facts.root} in the namespace ${facts.namespace}`,
    "namespace",
  );
}

function readRecord(
  elements: readonly XmlElement[],
  outer: NamespaceScope,
  facts: XmlFacts,
  rule: ObjectRule,
): Decoded {
  const members = new Map(Object.entries(facts.elements).map(([member, element]) => [element, member]));
  const value: Record<string, unknown> = {};
  const findings: WireFinding[] = [];
  let previous = "";
  for (const element of elements) {
    const scope = openScope(element, outer);
    const name = localName(element);
    const member = members.get(name);
    const judged = member ? judgeElement(element, scope, previous, facts) : [unknownElement(name)];
    findings.push(...judged.map((one) => ({ ...one, field: member ?? showName(name) })));
    // Like the serializer, it keeps its place where an element comes late or is none of the record's.
    if (member && name > previous) previous = name;
    if (member && !isNil(element, scope)) value[member] = decodeScalar(element.text, rule.properties[member]);
  }
  return { value, findings };
}

function unknownElement(name: string): Omit<WireFinding, "field"> {
  return { message: `\`${showName(name)}\` is not an element of this request`, rule: "unknown" };
}

function judgeElement(
  element: XmlElement,
  scope: NamespaceScope,
  previous: string,
  { namespace }: XmlFacts,
): Omit<WireFinding, "field">[] {
  const name = localName(element);
  const findings: Omit<WireFinding, "field">[] = [];
  if (namespaceOf(element, scope) !== namespace) {
    findings.push({ message: `\`${name}\` must be in the namespace ${namespace}`, rule: "namespace" });
  }
  if (name <= previous) {
    const order = "elements stand in alphabetical order, each once";
    findings.push({
      message: `\`${name}\` after \`${previous}\` is skipped by the serializer: ${order}`,
      rule: "order",
    });
  }
  if (elementsOf(element).length > 0) {
    findings.push({ message: `\`${name}\` must hold text, and elements came`, rule: "type" });
  }
  return findings;
}

function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => child.type === "element");
}

function isNil(element: XmlElement, scope: NamespaceScope): boolean {
  return Object.entries(element.attributes).some(([name, value]) => {
    const [prefix = "", local] = name.split(":");
    return local === "nil" && scope[prefix] === INSTANCE && (value === "true" || value === "1");
  });
}
