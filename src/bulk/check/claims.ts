import type { PersonRecord } from "../map/mapped.ts";
import type { Target } from "../target/target.ts";

/** What a record claims for its person alone: its key, and the values that no two people may share. */
export interface Claim {
  /** Nothing for the key. */
  readonly field: string | undefined;
  readonly value: string;
}

/** The claims of a record, its key first. */
export function claimsOf(record: PersonRecord, key: string, { unique }: Pick<Target, "unique">): Claim[] {
  const claims: Claim[] = [{ field: undefined, value: key }];
  for (const { field } of unique) {
    const value = record[field];
    if (typeof value === "string" && value !== "") claims.push({ field, value });
  }
  return claims;
}

/** One text for a claim, so that all claims fit into one set. */
export function claimText({ field = "", value }: Claim): string {
  return `${field}\u0000${value}`;
}
