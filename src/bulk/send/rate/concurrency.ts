import type { Attempted } from "./sign.ts";

/** How many records may be on their way at a time. */
export interface Concurrency {
  readonly limit: () => number;
  readonly report: (attempted: Attempted) => void;
}

export interface ConcurrencyOptions {
  /** A number that is kept whatever the API answers, 1 to 64. Default: 4, rising to 16 and falling by itself. */
  readonly fixed?: number | undefined;
}

const FIRST = 4;
const MAX = 16;

/**
 * Rises by one when as many answers as are allowed at a time came without trouble, and halves at trouble, once for all
 * that was on its way then. Refusals by 429 are a matter of the rate, and leave what a slow API needs to reach it.
 */
export function createConcurrency({ fixed }: ConcurrencyOptions = {}): Concurrency {
  let limit = fixed ?? FIRST;
  let answers = 0;
  let fellAt = Number.NEGATIVE_INFINITY;

  function rise(): void {
    answers += 1;
    if (answers < limit) return;
    answers = 0;
    limit = Math.min(MAX, limit + 1);
  }
  function fall(least: number, at: number): void {
    answers = 0;
    fellAt = at;
    limit = Math.max(Math.min(limit, least), Math.floor(limit / 2));
  }
  function report({ sign, sentAt, answeredAt }: Attempted): void {
    if (sign === "answered") {
      if (limit < MAX) rise();
    } else if (sign !== "none" && sentAt > fellAt) fall(sign === "limited" ? FIRST : 1, answeredAt);
  }
  return { limit: () => limit, report: fixed === undefined ? report : () => undefined };
}
