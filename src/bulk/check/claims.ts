import { foldEmail } from "../fold-email.ts";
import type { PersonRecord } from "../map/mapped.ts";
import type { Target } from "../target/target.ts";

/** What of a target tells what its records claim. */
export type ClaimRules = Pick<Target, "unique" | "emailKey">;

/** What a record claims for its person alone: its key, and the values that no two people may share. */
export interface Claim {
  /** Nothing for the key. */
  readonly field: string | undefined;
  /** As it is compared: two spellings of one e-mail address claim the same. */
  readonly value: string;
  /** As the row spells it. */
  readonly written: string;
}

/** The claims of a record, its key first. */
export function claimsOf(
  record: PersonRecord,
  key: string,
  { unique, emailKey }: ClaimRules,
): [Claim, ...Claim[]] {
  const written = emailKey === undefined ? key : String(record[emailKey]);
  const claims: [Claim, ...Claim[]] = [{ field: undefined, value: key, written }];
  for (const { field, isEmail } of unique) {
    const value = record[field];
    if (typeof value === "string" && value !== "")
      claims.push({ field, value: isEmail ? foldEmail(value) : value, written: value });
  }
  return claims;
}

/** One text for a claim, so that all claims fit into one set. */
export function claimText({ field = "", value }: Claim): string {
  return `${field}\u0000${value}`;
}
