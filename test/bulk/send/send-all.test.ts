import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sendAll } from "../../../src/bulk/send/send-all.ts";

/** A source of numbers, in batches, that counts what was taken from it and remembers that it was closed. */
function createSource(options: { count: number; batchSize?: number; pauseMs?: number }) {
  const { count, batchSize = 1, pauseMs } = options;
  const seen = { taken: 0, closed: false };
  async function* inputs() {
    try {
      while (seen.taken < count) {
        if (pauseMs !== undefined && seen.taken > 0) await wait(pauseMs);
        const size = Math.min(batchSize, count - seen.taken);
        const batch = Array.from({ length: size }, (_, index) => seen.taken + index + 1);
        seen.taken += size;
        yield batch;
      }
    } finally {
      seen.closed = true;
    }
  }
  return { inputs: inputs(), seen };
}

/** A send whose every answer is released by hand. */
function createGate() {
  const waiting: { input: number; resolve: (input: number) => void }[] = [];
  const begun: number[] = [];
  function send(input: number): Promise<number> {
    begun.push(input);
    return new Promise((resolve) => waiting.push({ input, resolve }));
  }
  function release(): void {
    const first = waiting.shift();
    first?.resolve(first.input);
  }
  return { send, release, begun };
}

async function collect<Outcome>(batches: AsyncIterable<readonly Outcome[]>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for await (const batch of batches) outcomes.push(...batch);
  return outcomes;
}

/** Long enough for whatever is going to happen by itself. */
const settle = () => wait(10);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const byNumber = (one: number, other: number) => one - other;

const unhandled: unknown[] = [];
const remember = (reason: unknown) => void unhandled.push(reason);
beforeEach(() => void process.on("unhandledRejection", remember));
afterEach(() => {
  process.off("unhandledRejection", remember);
  expect(unhandled.splice(0)).toEqual([]);
});

describe("sending", () => {
  test.each([
    [1, 1],
    [3, 7],
    [64, 1],
    [16, 1_000],
  ])("keeps %i on their way, and never more, in batches of %i", async (concurrency, batchSize) => {
    let onTheirWay = 0;
    let peak = 0;
    async function send(input: number): Promise<number> {
      onTheirWay += 1;
      peak = Math.max(peak, onTheirWay);
      await wait((input * 7) % 5);
      onTheirWay -= 1;
      return input;
    }
    const { inputs } = createSource({ count: 200, batchSize });
    const outcomes = await collect(sendAll({ inputs, concurrency: () => concurrency, send }));
    expect(peak).toBe(concurrency);
    expect(outcomes.sort(byNumber)).toEqual(upTo(200));
  });

  test("follows a concurrency that changes", async () => {
    let concurrency = 1;
    const { send, release, begun } = createGate();
    const outcomes = sendAll({
      inputs: createSource({ count: 99 }).inputs,
      concurrency: () => concurrency,
      send,
    });
    const all = collect(outcomes);
    await settle();
    expect(begun).toHaveLength(1);
    concurrency = 3;
    release();
    await settle();
    expect(begun).toHaveLength(4);
    concurrency = 1;
    for (let answered = 0; answered < 2; answered += 1) release();
    await settle();
    expect(begun).toHaveLength(4);
    concurrency = 99;
    while (begun.length < 99) {
      release();
      await settle();
    }
    for (let left = 0; left < 99; left += 1) release();
    expect(await all).toHaveLength(99);
  });

  test("asks for the next batch when less is left than may be on their way, and not before", async () => {
    const { inputs, seen } = createSource({ count: 16, batchSize: 4 });
    const { send, release, begun } = createGate();
    const all = collect(sendAll({ inputs, concurrency: () => 3, send }));
    await settle();
    expect([begun.length, seen.taken]).toEqual([3, 8]);
    for (const expected of [
      [4, 8],
      [5, 8],
      [6, 12],
    ]) {
      release();
      await settle();
      expect([begun.length, seen.taken]).toEqual(expected);
    }
    for (let left = 0; left < 16; left += 1) {
      release();
      await settle();
    }
    expect(await all).toHaveLength(16);
  });

  test("goes on while the consumer is busy, but not without end", async () => {
    const { inputs, seen } = createSource({ count: 50_000, batchSize: 100 });
    const outcomes = sendAll({ inputs, concurrency: () => 4, send: async (input) => input });
    await outcomes.next();
    await settle();
    expect(seen.taken).toBeGreaterThan(900);
    expect(seen.taken).toBeLessThan(3_000);
    expect((await collect(outcomes)).length).toBeGreaterThan(40_000);
  });

  test("yields an outcome as it arrives, in whatever order, also while the source is slow", async () => {
    const { inputs } = createSource({ count: 2, pauseMs: 300 });
    const outcomes = sendAll({ inputs, concurrency: () => 2, send: async (input) => input });
    const first = await Promise.race([outcomes.next(), wait(150, "too late")]);
    expect(first).toEqual({ done: false, value: [1] });
    await outcomes.return(undefined);
  });

  test.each([
    ["nothing", async function* () {}],
    [
      "empty batches",
      async function* () {
        yield [];
        yield [];
      },
    ],
  ])("of %s yields nothing", async (_, inputs: () => AsyncGenerator<number[]>) => {
    const outcomes = await collect(
      sendAll({ inputs: inputs(), concurrency: () => 3, send: async (input: number) => input }),
    );
    expect(outcomes).toEqual([]);
  });
});

test("when the consumer stops, nothing more is begun, and the end waits for what is on its way", async () => {
  const { inputs, seen } = createSource({ count: 100 });
  const { send, release, begun } = createGate();
  const outcomes = sendAll({ inputs, concurrency: () => 3, send });
  const first = outcomes.next();
  await settle();
  release();
  await first;
  let hasEnded = false;
  const end = outcomes.return(undefined).then(() => {
    hasEnded = true;
  });
  await settle();
  const begunBefore = begun.length;
  expect(hasEnded).toBe(false);
  while (!hasEnded) {
    release();
    await settle();
  }
  await end;
  expect(begun).toHaveLength(begunBefore);
  expect(seen.closed).toBe(true);
});

describe("a failure", () => {
  const failure = new Error("no");

  test.each<[string, { concurrency: number; pauseMs?: number }]>([
    ["alone on its way", { concurrency: 1 }],
    ["among others", { concurrency: 3 }],
    ["while the source is slow", { concurrency: 3, pauseMs: 20 }],
  ])("of a send %s is passed on and closes the source", async (_, { concurrency, ...slow }) => {
    const { inputs, seen } = createSource({ count: 10, ...slow });
    const outcomes = sendAll({ inputs, concurrency: () => concurrency, send: () => Promise.reject(failure) });
    await expect(collect(outcomes)).rejects.toBe(failure);
    expect(seen.closed).toBe(true);
    // One more was read ahead.
    expect(seen.taken).toBeLessThanOrEqual(concurrency + 1);
  });

  test("of the source is passed on after the outcomes of all that was begun", async () => {
    async function* inputs() {
      yield [1, 2, 3];
      throw failure;
    }
    const seen: number[] = [];
    async function send(input: number): Promise<number> {
      await wait(5);
      return input;
    }
    async function consume(): Promise<void> {
      for await (const batch of sendAll({ inputs: inputs(), concurrency: () => 9, send }))
        seen.push(...batch);
    }
    await expect(consume()).rejects.toBe(failure);
    expect(seen.sort(byNumber)).toEqual([1, 2, 3]);
  });
});
