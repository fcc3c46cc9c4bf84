import { RULE_NAMES } from "./rule.ts";

/**
 * What a fault asks for: `configuration` and `authentication` concern every person and stop a run,
 * `rejected` concerns one, `foreign` belongs to another call of the vendor.
 */
export const FAULT_CLASSES = ["configuration", "authentication", "rejected", "foreign"] as const;
export type FaultClass = (typeof FAULT_CLASSES)[number];

export interface FaultEntry {
  /** What a client must tell from a rejection, which is all the others. */
  readonly class?: Extract<FaultClass, "configuration" | "authentication">;
  readonly meaning: string;
  /** The field that the fault is about, where its meaning names one. */
  readonly field?: string;
}

/** How an API says no: the members of its error body, and its table of codes where it has one. */
export interface FaultFacts {
  readonly message: string;
  readonly code?: string;
  readonly table?: Readonly<Record<number, FaultEntry>>;
}

/**
 * The findings that an API answers with a fault: broken constraints, and what only the API can tell. `syntax` is a body
 * that could not be read at all, `unique` a value that another person has, `refused` one that the site does not take.
 */
export const FAULT_RULES = [...RULE_NAMES, "syntax", "unique", "refused"] as const;
export type FaultRule = (typeof FAULT_RULES)[number];

/** Which finding about a request the API would have answered with which code. The first that fits is meant. */
export interface FaultAnswer {
  readonly code: number;
  /** Any field, where none is named. */
  readonly field?: string;
  readonly rules: readonly FaultRule[];
}

/** What people and the mock need to know of the faults, and a client does not. */
export interface FaultGuide {
  readonly remedies: Readonly<Record<number, string>>;
  readonly answers: readonly FaultAnswer[];
}
