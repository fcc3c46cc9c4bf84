import type { XmlElement } from "@rgrove/parse-xml";

/** Prefix to namespace; the default namespace has the empty prefix. */
export type NamespaceScope = Readonly<Record<string, string>>;

/** The scope inside an element: that around it, and what the element declares. */
export function openScope(element: XmlElement, outer: NamespaceScope): NamespaceScope {
  const declared = Object.entries(element.attributes)
    .filter(([name]) => name === "xmlns" || name.startsWith("xmlns:"))
    .map(([name, namespace]) => [name.slice("xmlns:".length), namespace]);
  return { ...outer, ...Object.fromEntries(declared) };
}

export function localName(element: XmlElement): string {
  return element.name.slice(element.name.indexOf(":") + 1);
}

/** The namespace of an element; empty where it has none. */
export function namespaceOf(element: XmlElement, scope: NamespaceScope): string {
  const colon = element.name.indexOf(":");
  return scope[colon < 0 ? "" : element.name.slice(0, colon)] ?? "";
}
