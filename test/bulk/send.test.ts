import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sendAll } from "../../src/bulk/send.ts";

/** A source of numbers that counts what was taken from it and remembers that it was closed. */
function createSource(count: number, pauseMs?: number) {
  const seen = { taken: 0, closed: false };
  async function* inputs() {
    try {
      for (let item = 1; item <= count; item += 1) {
        if (pauseMs !== undefined && item > 1) await wait(pauseMs);
        seen.taken = item;
        yield item;
      }
    } finally {
      seen.closed = true;
    }
  }
  return { inputs: inputs(), seen };
}

/** A send whose every answer is released by hand. */
function createGate() {
  const waiting: { item: number; resolve: (item: number) => void }[] = [];
  const begun: number[] = [];
  function send(item: number): Promise<number> {
    begun.push(item);
    return new Promise((resolve) => waiting.push({ item, resolve }));
  }
  function release(): void {
    const first = waiting.shift();
    first?.resolve(first.item);
  }
  return { send, release, begun };
}

/** Long enough for whatever is going to happen by itself. */
const settle = () => wait(10);

const unhandled: unknown[] = [];
const remember = (reason: unknown) => void unhandled.push(reason);
beforeEach(() => void process.on("unhandledRejection", remember));
afterEach(() => {
  process.off("unhandledRejection", remember);
  unhandled.length = 0;
});

describe("sending", () => {
  test.each([[1], [3], [64]])("keeps %i in flight, and never more", async (concurrency) => {
    let inFlight = 0;
    let peak = 0;
    const outcomes: number[] = [];
    async function send(item: number): Promise<number> {
      inFlight += 1;
      peak = Math.max(peak, inFlight);
      await wait((item * 7) % 5);
      inFlight -= 1;
      return item;
    }
    for await (const outcome of sendAll({ inputs: createSource(200).inputs, concurrency, send }))
      outcomes.push(outcome);
    expect(peak).toBe(concurrency);
    expect(outcomes.sort((one, other) => one - other)).toEqual(
      Array.from({ length: 200 }, (_, index) => index + 1),
    );
  });

  test("takes the next item only when there is room for it", async () => {
    const { inputs, seen } = createSource(9);
    const { send, release } = createGate();
    const outcomes = sendAll({ inputs, concurrency: 3, send });
    const first = outcomes.next();
    await settle();
    expect(seen.taken).toBe(3);
    release();
    await first;
    const second = outcomes.next();
    await settle();
    expect(seen.taken).toBe(4);
    release();
    await second;
    await outcomes.return(undefined);
  });

  test("yields an outcome as it arrives, in whatever order, also while the source is slow", async () => {
    const { inputs } = createSource(2, 300);
    const outcomes = sendAll({ inputs, concurrency: 2, send: async (item) => item });
    const first = await Promise.race([outcomes.next(), wait(150, "too late")]);
    expect(first).toEqual({ done: false, value: 1 });
  });

  test("of nothing yields nothing", async () => {
    const outcomes = sendAll({ inputs: createSource(0).inputs, concurrency: 3, send: async (item) => item });
    expect(await outcomes.next()).toEqual({ done: true, value: undefined });
  });

  test("begins nothing more when the consumer stops, and closes the source", async () => {
    const { inputs, seen } = createSource(100);
    const { send, release, begun } = createGate();
    const outcomes = sendAll({ inputs, concurrency: 3, send });
    const first = outcomes.next();
    await settle();
    release();
    await first;
    await outcomes.return(undefined);
    expect(seen.closed).toBe(true);
    for (let left = 2; left > 0; left -= 1) release();
    await settle();
    expect(begun).toEqual([1, 2, 3]);
  });
});

describe("a send that rejects", () => {
  test.each<[string, { concurrency: number; pauseMs?: number }]>([
    ["alone in flight", { concurrency: 1 }],
    ["among others", { concurrency: 3 }],
    ["while the source is slow", { concurrency: 3, pauseMs: 20 }],
  ])(
    "%s is passed on, closes the source and leaves nothing unhandled",
    async (_, { concurrency, pauseMs }) => {
      const { inputs, seen } = createSource(10, pauseMs);
      const refused = new Error("no");
      async function consume(): Promise<void> {
        for await (const _outcome of sendAll({ inputs, concurrency, send: () => Promise.reject(refused) }));
      }
      await expect(consume()).rejects.toBe(refused);
      await settle();
      expect(seen.closed).toBe(true);
      expect(seen.taken).toBeLessThanOrEqual(concurrency);
      expect(unhandled).toEqual([]);
    },
  );
});
