import * as printed from "./samples.ts";

const CCS_JSON = ["application/json", "text/json"];
const CCS_XML = ["application/xml", "text/xml"];

/** What each place of a document shows as `vendorSample`, as the vendor's page prints it. No page prints a form. */
export const PRINTED_SAMPLES: ReadonlyMap<string, string> = new Map([
  ["pushProfile request application/json", printed.OPSCOM_BODY],
  ["pushProfile answer application/json", printed.OPSCOM_ANSWER_BODY],
  ["createUser request application/json", printed.ACTIVEPLATFORM_BODY],
  ["createUser answer application/json", printed.ACTIVEPLATFORM_ANSWER_BODY],
  ["createUser error application/json", printed.ACTIVEPLATFORM_ERROR_BODY],
  ...CCS_JSON.map((type) => [`addUser request ${type}`, printed.CCS_JSON_BODY] as const),
  ["addUser request text/html", printed.CCS_HTML_BODY],
  ...CCS_XML.map((type) => [`addUser request ${type}`, printed.CCS_XML_BODY] as const),
  ["addUser answer application/json", printed.CCS_JSON_ANSWER],
  ["addUser answer text/json", printed.CCS_JSON_ANSWER],
  ["addUser answer text/html", printed.CCS_HTML_ANSWER],
  ...CCS_XML.map((type) => [`addUser answer ${type}`, printed.CCS_XML_ANSWER] as const),
]);

/** The members of a printed sample, JSON or flat XML, in their order. */
export function membersOf(sample: string): [name: string, value: unknown][] {
  if (!sample.startsWith("<")) return Object.entries(JSON.parse(sample) as object);
  return [...sample.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, name = "", text]) => [name, text]);
}

/** Where a shown sample differs from the printed one, member by member, as lines. */
export function sampleDifferences(operation: string, shown: string, printed: string): string[] {
  const [found, wanted] = [textsOf(shown), textsOf(printed)];
  const names = new Set([...wanted.keys(), ...found.keys()]);
  return [...names]
    .filter((name) => found.get(name) !== wanted.get(name))
    .map((name) => `${operation} sample/${name} ${found.get(name)}`);
}

/** A sample's members by their JSON names; of XML also its markup, which holds the namespace and the order. */
function textsOf(sample: string): Map<string, string> {
  const members = membersOf(sample).map(([name, value]) => [camelCase(name), JSON.stringify(value)] as const);
  return new Map(
    sample.startsWith("<") ? [...members, ["markup", sample.replaceAll(/>[^<]*</g, "><")]] : members,
  );
}

function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
