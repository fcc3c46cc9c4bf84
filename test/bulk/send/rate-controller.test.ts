import { describe, expect, test } from "vitest";
import { type Refusal, simulate } from "./simulate.ts";
import { type Admits, changing, fixedWindow, slidingWindow, tokenBucket } from "./simulated-limits.ts";

const MINUTE_MS = 60_000;
const REFUSED: Refusal = { status: 429 };
const ASKS_TO_WAIT: Refusal = { status: 429, retryAfterMs: 1_000 };
const FIFTY = { requests: 50, perMs: 1_000 };

describe("a server that allows 50 in each second of its clock, over the minute after its first 429,", () => {
  const PHASES_MS = [0, 100, 200, 300, 400, 500, 600, 700, 800, 900];
  const CASES = PHASES_MS.flatMap((phaseMs) => [1, 5, 20].map((latencyMs) => ({ phaseMs, latencyMs })));

  test.each(CASES)(
    "is used to 95 % with 1 % of 429s ($phaseMs ms into it, $latencyMs ms away)",
    async (one) => {
      const { phaseMs, latencyMs } = one;
      const admits = fixedWindow(FIFTY, phaseMs);
      const run = await simulate({ admits, latencyMs, refusal: REFUSED, forMs: MINUTE_MS });
      expect(run.takenPerSecond).toBeGreaterThanOrEqual(0.95 * 50);
      expect(run.refusedShare).toBeLessThanOrEqual(0.01);
    },
  );

  test.each(CASES)(
    "is used to 85 % where each 429 asks for a second ($phaseMs ms, $latencyMs ms)",
    async (one) => {
      const { phaseMs, latencyMs } = one;
      const admits = fixedWindow(FIFTY, phaseMs);
      const run = await simulate({ admits, latencyMs, refusal: ASKS_TO_WAIT, forMs: MINUTE_MS });
      expect(run.takenPerSecond).toBeGreaterThanOrEqual(0.85 * 50);
      expect(run.refusedShare).toBeLessThanOrEqual(0.01);
    },
  );
});

describe("a limit is found, and kept to,", () => {
  const perSecond = (requests: number) => ({ requests, perMs: 1_000 });
  const PER_MINUTE = { requests: 100, perMs: MINUTE_MS };

  test.each<[string, Admits, { limit: number; least: number; refusal?: Refusal; forMs?: number }]>([
    ["5 in each second", fixedWindow(perSecond(5)), { limit: 5, least: 0.9 }],
    ["5 in any second", slidingWindow(perSecond(5)), { limit: 5, least: 0.9 }],
    ["50 in any second", slidingWindow(FIFTY), { limit: 50, least: 0.93 }],
    [
      "50 in any second, and asks to wait",
      slidingWindow(FIFTY),
      { limit: 50, least: 0.85, refusal: ASKS_TO_WAIT },
    ],
    ["a bucket of 50 that fills at 50 a second", tokenBucket(FIFTY), { limit: 50, least: 0.95 }],
    ["a bucket of 5 that fills at 50 a second", tokenBucket(FIFTY, 5), { limit: 50, least: 0.7 }],
    ["300 in each second", fixedWindow(perSecond(300)), { limit: 300, least: 0.93 }],
    ["a bucket that fills at 300 a second", tokenBucket(perSecond(300)), { limit: 300, least: 0.9 }],
    ["100 in each minute", fixedWindow(PER_MINUTE), { limit: 1.67, least: 0.75, forMs: 10 * MINUTE_MS }],
    ["100 in any minute", slidingWindow(PER_MINUTE), { limit: 1.67, least: 0.7, forMs: 10 * MINUTE_MS }],
    [
      "50 in ten seconds",
      fixedWindow({ requests: 50, perMs: 10_000 }),
      { limit: 5, least: 0.7, forMs: 3 * MINUTE_MS },
    ],
    [
      "503s beyond 50 in each second",
      fixedWindow(FIFTY),
      { limit: 50, least: 0.9, refusal: { status: 503 } },
    ],
    [
      "silence beyond 50 in each second",
      fixedWindow(FIFTY),
      { limit: 50, least: 0.5, refusal: { hangsMs: 5_000 } },
    ],
  ])("%s", async (_, admits, { limit, least, refusal = REFUSED, forMs = MINUTE_MS }) => {
    const run = await simulate({ admits, latencyMs: 20, refusal, forMs });
    expect(run.takenPerSecond / limit).toBeGreaterThanOrEqual(least);
    expect(run.refusedShare).toBeLessThanOrEqual(0.15);
    expect(run.fates).toEqual({ pushed: expect.any(Number) });
  });
});

describe("a limit that changes", () => {
  const hundred = { requests: 100, perMs: 1_000 };
  const twenty = { requests: 20, perMs: 1_000 };
  /** The clock of a simulation begins there, and the first refusal comes within its first second. */
  const START_MS = 1_000_000;

  test("is followed down within ten seconds", async () => {
    const admits = changing(fixedWindow(hundred), fixedWindow(twenty), START_MS + MINUTE_MS);
    const run = await simulate({ admits, latencyMs: 20, forMs: 2 * MINUTE_MS });
    expect(run.perSecondIn(70_000, 120_000)).toBeGreaterThanOrEqual(0.9 * 20);
    expect(run.refusedShare).toBeLessThanOrEqual(0.02);
  });

  test("is followed up, slowly", async () => {
    const admits = changing(fixedWindow(twenty), fixedWindow(hundred), START_MS + 10_000);
    const run = await simulate({ admits, latencyMs: 20, forMs: 10 * MINUTE_MS });
    expect(run.perSecondIn(8 * MINUTE_MS, 10 * MINUTE_MS)).toBeGreaterThanOrEqual(0.9 * 100);
  });
});

describe("no limit", () => {
  test("is kept where nothing is refused", async () => {
    const run = await simulate({ admits: () => true, latencyMs: 10, forMs: 10_000 });
    expect(run.takenPerSecond).toBeGreaterThan(1_400);
  });

  test("comes of a server that answers 503 now and then", async () => {
    let requests = 0;
    const admits = () => {
      requests += 1;
      return requests % 100 !== 0;
    };
    const run = await simulate({ admits, latencyMs: 10, refusal: { status: 503 }, forMs: 10_000 });
    expect(run.takenPerSecond).toBeGreaterThan(500);
  });
});

describe("a fixed rate", () => {
  test("is kept to, without bursts", async () => {
    const admits = slidingWindow({ requests: 31, perMs: 1_000 });
    const options = { ratePerSecond: 30 };
    const run = await simulate({ admits, latencyMs: 20, forMs: MINUTE_MS, options });
    expect(run.refused).toBe(0);
    expect(run.takenPerSecond).toBeGreaterThan(29);
    expect(run.takenPerSecond).toBeLessThanOrEqual(30.1);
  });

  test("waits as Retry-After asks, and stays as it is", async () => {
    const admits = fixedWindow({ requests: 10, perMs: 10_000 }, 0);
    const refusal = { status: 429, retryAfterMs: 4_000 } as const;
    const run = await simulate({
      admits,
      latencyMs: 1,
      refusal,
      forMs: MINUTE_MS,
      options: { ratePerSecond: 5 },
    });
    expect(run.perSecondIn(1, 4_000)).toBe(0);
    expect(run.refused).toBeLessThanOrEqual(20);
    expect(run.taken).toBeGreaterThanOrEqual(45);
  });
});
