import type { FaultGuide } from "../../contract/fault.ts";
import type { OperationFacts } from "../../contract/operation.ts";
import type { Said } from "../examine.ts";
import type { Finding } from "../exchange.ts";

/** What differs from one installation of an API to the next, and no document can say. */
export interface SiteRules {
  /**
   * The only values that a field takes, whatever it is: `{ tenant: ["OC_TOMA"], apiToken: ["t0ken"], login_source: ["OPSCOM"] }`.
   * Default: any that the document allows.
   */
  readonly accepted?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Optional fields that this site asks for, as `["email"]`. Default: none. */
  readonly required?: readonly string[] | undefined;
}

/** What a site has against a request that its document allows. */
export function siteFindings(
  { accepted = {}, required = [] }: SiteRules,
  { record }: OperationFacts,
  said: Said,
): Finding[] {
  const places = ["path", "query", "body"] as const;
  const refused = places.flatMap((place) =>
    Object.entries((said[place] ?? {}) as object)
      .filter(([field, value]) => accepted[field] && !accepted[field].includes(String(value)))
      .map(([field]) => finding(place, field, "refused", "has a value that this site does not take")),
  );
  const missing = required
    .filter((field) => Object.hasOwn(record.properties, field))
    .filter((field) => isEmpty((said.body as Readonly<Record<string, unknown>>)[field]))
    .map((field) => finding("body", field, "required", "is required at this site"));
  return [...refused, ...missing];
}

/** The fields that no two people can share, as the document of the API says. */
export function uniqueFieldsOf({ answers }: FaultGuide): string[] {
  return answers.flatMap(({ field, rules }) => (field && rules.includes("unique") ? [field] : []));
}

export function notUnique(field: string): Finding {
  return finding("body", field, "unique", "must be unique, and another person has it");
}

function finding(place: Finding["in"], field: string, rule: string, sentence: string): Finding {
  return { in: place, field, rule, message: `\`${field}\` ${sentence}` };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === "";
}
