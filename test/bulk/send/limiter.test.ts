import { describe, expect, test } from "vitest";
import { createLimiter } from "../../../src/bulk/send/rate/limiter.ts";
import { createRateController } from "../../../src/bulk/send/rate/rate-controller.ts";
import type { Sign } from "../../../src/bulk/send/rate/sign.ts";
import { createLeapingClock } from "./leaping-clock.ts";

function createRoom(ratePerSecond?: number) {
  const clock = createLeapingClock();
  const limiter = createLimiter({ clock, controller: createRateController({ ratePerSecond }) });
  const controller = new AbortController();
  const acquire = () => limiter.acquire(controller.signal);
  /** The gate shuts at what is sent a moment before it. */
  const report = (sign: Sign, retryAfterMs?: number) =>
    limiter.report({ sign, sentAt: clock.now(), answeredAt: clock.now(), retryAfterMs });
  return { clock, limiter, acquire, report, halt: () => controller.abort() };
}

/** Until a moment of the virtual clock. */
function wait({ clock }: ReturnType<typeof createRoom>, delayMs: number): Promise<void> {
  return clock.finish(new Promise((resolve) => void clock.startTimer(resolve, delayMs)));
}

describe("the waiting room", () => {
  test("lets everybody through at once while there is no limit, without a promise or a timer", () => {
    const room = createRoom();
    expect(Array.from({ length: 1_000 }, room.acquire).every((mayGo) => mayGo === true)).toBe(true);
    expect(room.clock.timers()).toBe(0);
    expect(room.limiter.rate()).toBeUndefined();
  });

  test("lets go in the order of coming, evenly, with one timer", async () => {
    const room = createRoom(10);
    const beganAt = room.clock.now();
    const gone: [number, number][] = [];
    const all = Array.from({ length: 5 }, async (_, index) => {
      await room.acquire();
      gone.push([index, room.clock.now() - beganAt]);
    });
    expect(room.clock.timers()).toBe(1);
    await room.clock.finish(Promise.all(all));
    expect(gone.map(([index]) => index)).toEqual([0, 1, 2, 3, 4]);
    const gaps = gone.slice(1).map(([, at], index) => at - (gone[index]?.[1] ?? 0));
    expect(gaps.slice(1).every((gap) => gap === 100)).toBe(true);
    expect(room.clock.timers()).toBe(0);
  });

  test("lets nobody overtake who waits, even where the timer is late", () => {
    let now = 1_000;
    const clock = { now: () => now, startTimer: () => () => undefined };
    const limiter = createLimiter({ clock, controller: createRateController({ ratePerSecond: 10 }) });
    const { signal } = new AbortController();
    expect(limiter.acquire(signal)).toBe(true);
    expect(limiter.acquire(signal)).toBeInstanceOf(Promise);
    now += 5_000;
    expect(limiter.acquire(signal)).toBeInstanceOf(Promise);
  });

  test("makes up for a timer that is a little late, and for no more than that", async () => {
    let now = 0;
    let ring: () => void = () => undefined;
    const startTimer = (callback: () => void) => {
      ring = callback;
      return () => undefined;
    };
    const controller = createRateController({ ratePerSecond: 100 });
    const limiter = createLimiter({ clock: { now: () => now, startTimer }, controller });
    const { signal } = new AbortController();
    let gone = 0;
    for (let come = 0; come < 100; come += 1) Promise.resolve(limiter.acquire(signal)).then(() => gone++);
    now = 500;
    ring();
    await Promise.resolve();
    await Promise.resolve();
    expect(gone).toBeGreaterThanOrEqual(5);
    expect(gone).toBeLessThanOrEqual(9);
  });

  test("sends everybody home when the signal is aborted, and leaves no timer", async () => {
    const room = createRoom(1);
    room.acquire();
    const waiting = [room.acquire(), room.acquire(), room.acquire()];
    room.halt();
    expect(await Promise.all(waiting)).toEqual([false, false, false]);
    expect(room.clock.timers()).toBe(0);
    expect(await room.acquire()).toBe(false);
  });
});

describe("a 429 that asks to wait", () => {
  test("holds back everybody, then lets one try, and the others when that one was taken", async () => {
    const room = createRoom();
    room.acquire();
    room.report("limited", 3_000);
    const gone: number[] = [];
    const all = [0, 1, 2].map(async (index) => {
      await room.acquire();
      gone.push(index);
    });
    await wait(room, 2_999);
    expect(gone).toEqual([]);
    expect(room.limiter.waitingMs()).toBe(1);
    await wait(room, 20);
    expect(gone).toEqual([0]);
    expect(room.clock.timers()).toBe(0);
    room.report("answered");
    await room.clock.finish(Promise.all(all));
    expect(room.limiter.waitingMs()).toBeUndefined();
  });

  test("that asks for less than is waited for is not what holds", async () => {
    const room = createRoom();
    room.acquire();
    room.report("limited", 10);
    expect([room.limiter.waitingMs(), room.limiter.isWaitAsked()]).toEqual([50, false]);
    room.report("limited", 3_000);
    expect([room.limiter.waitingMs(), room.limiter.isWaitAsked()]).toEqual([3_000, true]);
  });

  test("passes the try on where it came to nothing", async () => {
    const room = createRoom();
    room.acquire();
    room.report("limited", 1_000);
    const [first, second] = [room.acquire(), room.acquire()];
    await room.clock.finish(Promise.resolve(first));
    room.report("none");
    expect(await room.clock.finish(Promise.resolve(second))).toBe(true);
  });
});

test("one burst of 429s is one failure: the rate is that of what was taken, not less for each of them", async () => {
  const room = createRoom();
  const sentAt = room.clock.now();
  for (let sent = 0; sent < 40; sent += 1) room.acquire();
  for (let taken = 0; taken < 30; taken += 1) room.report("answered");
  await wait(room, 5);
  for (let refused = 0; refused < 10; refused += 1)
    room.limiter.report({ sign: "limited", sentAt, answeredAt: room.clock.now() });
  await room.clock.finish(Promise.resolve(room.acquire()));
  room.report("answered");
  expect(room.limiter.rate()).toBeCloseTo(30 * 0.96, 5);
});
