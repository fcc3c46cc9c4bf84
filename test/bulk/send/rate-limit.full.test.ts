import { describe, expect, test } from "vitest";
import { startRealServer } from "./real-server.ts";
import { fixedWindow } from "./simulated-limits.ts";

const PER_SECOND = 50;
const OVER_MS = 60_000;

/** A machine that stands still for a moment, as shared ones do, costs a whole window of the minute. */
const RETRIES = { retry: 2 };

describe("a server that allows 50 requests in each second of its clock and answers 429 beyond", () => {
  test.each<[string, { retryAfter?: string }, { least: number; refusedAtMost: number }]>([
    ["is used to 95 % of that, with at most 1 % of 429s", {}, { least: 0.95, refusedAtMost: 0.01 }],
    ["is used to 85 % where it asks to wait", { retryAfter: "1" }, { least: 0.85, refusedAtMost: 1 }],
  ])("%s, over the minute after its first 429", RETRIES, async (_, options, { least, refusedAtMost }) => {
    const admits = fixedWindow({ requests: PER_SECOND, perMs: 1_000 }, 0);
    const server = await startRealServer({ admits, ...options });
    const first = () => server.refused[0] ?? Number.POSITIVE_INFINITY;
    await server.pushWhile(() => Date.now() < first() + OVER_MS);
    await server.close();
    const inTime = (times: readonly number[]) =>
      times.filter((at) => at >= first() && at < first() + OVER_MS).length;
    const [taken, refused] = [inTime(server.taken), inTime(server.refused)];
    console.log(
      `${(taken / OVER_MS) * 1_000} taken per second, ${refused} of ${taken + refused} answers were 429`,
    );
    expect((taken / OVER_MS) * 1_000).toBeGreaterThanOrEqual(least * PER_SECOND);
    expect(refused / (taken + refused)).toBeLessThanOrEqual(refusedAtMost);
  });
});
