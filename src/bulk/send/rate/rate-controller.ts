import { createGate } from "./gate.ts";
import { growRate, plateauOf } from "./grow-rate.ts";
import { createLimitMeter } from "./measure-limit.ts";
import { createPace } from "./pace.ts";
import type { Attempted, Sign } from "./sign.ts";

/** Decides when requests go. It knows no timer: whoever asks says what time it is, in milliseconds since 1970. */
export interface RateController {
  /** When the next request may go: any moment that is past means now, `Infinity` not before another attempt is over. */
  readonly nextAt: () => number;
  /** A request goes. */
  readonly take: (step: { readonly at: number; readonly hasWaited: boolean }) => void;
  /** An attempt is over. Every request that was taken must be reported. */
  readonly report: (attempted: Attempted) => void;
  /** Requests per second; nothing while no limit is known. */
  readonly rate: () => number | undefined;
  /** Until when nothing is sent because the API takes nothing; 0 while it does. */
  readonly pausedUntil: () => number;
  /** Whether the API asked for a pause that long. */
  readonly isPauseAsked: () => boolean;
}

export interface RateOptions {
  /** A rate that is kept whatever the API answers, in requests per second. Default: found by itself. */
  readonly ratePerSecond?: number | undefined;
}

/** One failure to connect, to answer in time or to serve is an accident; so many in a row are a state. */
const MAX_ACCIDENTS = 2;

/** How long to wait before trying again. A program that is started anew takes longer than a window to pass. */
const FIRST_GAP_MS: Readonly<Record<Trouble, number>> = { limited: 50, overloaded: 500, lost: 2_000 };

const MIN_RATE = 0.1;

type Trouble = Exclude<Sign, "answered" | "none">;

/**
 * Finds the limit of an API by itself. There is none until the API refuses, by 429, `Retry-After`, or 503s and timeouts
 * in a row. Then everybody waits while one request at a time tries; when it is taken, requests are paced a little below
 * what was taken before, and slowly faster, as `growRate` says. One burst of refusals is one refusal. Lost connections
 * make everybody wait as well, and say nothing of a rate.
 */
export function createRateController({ ratePerSecond }: RateOptions = {}): RateController {
  const gate = createGate();
  const pace = createPace();
  const meter = createLimitMeter();
  let learned: { failedRate: number; grownMs: number; plateauMs: number } | undefined;
  let troublesInARow = 0;
  let takenAt = 0;

  function rate(): number {
    return ratePerSecond ?? (learned ? growRate(learned) : Number.POSITIVE_INFINITY);
  }
  function take({ at, hasWaited }: { at: number; hasWaited: boolean }): void {
    if (gate.isShut()) gate.probe();
    else if (learned && hasWaited) learned.grownMs += at - takenAt;
    takenAt = at;
    if (learned || ratePerSecond) pace.take({ at, hasWaited, intervalMs: 1_000 / rate() });
  }
  function report(attempted: Attempted): void {
    const { sign, sentAt, answeredAt, retryAfterMs } = attempted;
    const isLate = sentAt <= gate.shutAt();
    if (sign === "answered") answered(attempted, isLate);
    else if (sign !== "none") troubled({ ...attempted, sign }, isLate);
    else if (gate.isShut() && !isLate) gate.probeAgain();
    if (retryAfterMs !== undefined && gate.isShut()) gate.waitUntil(answeredAt + retryAfterMs);
  }
  function answered({ sentAt, answeredAt }: Attempted, isLate: boolean): void {
    meter.answered(sentAt);
    if (isLate) return;
    troublesInARow = 0;
    if (gate.isShut()) recover(answeredAt);
  }
  function recover(at: number): void {
    const pauseMs = at - gate.shutAt();
    const failedRate = meter.recovered(at);
    if (failedRate !== undefined) {
      const plateauMs = plateauOf({ failedRate, pauseMs, before: learned });
      learned = { failedRate: Math.max(MIN_RATE, failedRate), grownMs: 0, plateauMs };
    }
    gate.open();
    takenAt = at;
    pace.restart(at + 1_000 / rate());
  }
  function troubled(
    { sign, sentAt, answeredAt, retryAfterMs }: Attempted & { sign: Trouble },
    isLate: boolean,
  ) {
    // What was sent before the gate was shut is the failure that shut it; only its wish to wait still counts.
    if (isLate) return;
    if (gate.isShut()) return gate.keepShut(answeredAt);
    troublesInARow += 1;
    const isPlain = sign === "limited" || retryAfterMs !== undefined;
    if (!isPlain && troublesInARow <= MAX_ACCIDENTS) return;
    if (sign !== "lost") meter.refused({ sentAt, at: answeredAt, rate: rate() });
    gate.shut({ at: answeredAt, firstGapMs: FIRST_GAP_MS[sign] });
  }
  return {
    nextAt: () => (gate.isShut() ? gate.opensAt() : pace.nextAt()),
    take,
    report,
    rate: () => (rate() === Number.POSITIVE_INFINITY ? undefined : rate()),
    pausedUntil: () => (gate.isShut() ? gate.opensAt() : 0),
    isPauseAsked: gate.isAsked,
  };
}
