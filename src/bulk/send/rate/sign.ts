import type { Result } from "../../../client/create-operation.ts";

/**
 * What an attempt says about the API's capacity. `answered`: it was taken, whether the person was accepted or refused.
 * `limited`: the API asks to slow down. `overloaded`: it had no capacity, or no time. `lost`: nobody was there.
 * `none`: nothing, because nothing was sent.
 */
export type Sign = "answered" | "limited" | "overloaded" | "lost" | "none";

/** One attempt that is over. */
export interface Attempted {
  readonly sign: Sign;
  /** Milliseconds since 1970, as the two below. */
  readonly sentAt: number;
  readonly answeredAt: number;
  /** How long the API asked to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
}

const OVERLOADED: readonly (number | undefined)[] = [408, 503, 504];

/** A fault is an answer, whatever its status: the API had time to look at the person. */
export function signOf(result: Result<object>): Sign {
  if (result.ok) return "answered";
  const { error } = result;
  if (error.attempts === 0) return "none";
  if (error.code === "rate_limit") return "limited";
  if (error.code === "timeout" || error.code === "deadline") return "overloaded";
  if (error.code === "network") return "lost";
  if (error.code !== "server") return "answered";
  if (error.status === 502) return "lost";
  return OVERLOADED.includes(error.status) ? "overloaded" : "answered";
}
