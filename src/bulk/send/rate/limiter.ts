import type { Clock } from "../../../client/settings.ts";
import type { RateController } from "./rate-controller.ts";
import type { Attempted } from "./sign.ts";

/** The waiting room before the API: everybody comes in, and goes when the rate allows it, in the order of coming. */
export interface Limiter {
  /**
   * `true`, at once and without a promise, where a request may go and nobody waits; otherwise a promise of it. `false`
   * once the signal is aborted. Whoever was let go reports what came of it.
   */
  readonly acquire: (signal: AbortSignal) => true | Promise<boolean>;
  readonly report: (attempted: Attempted) => void;
  /** Requests per second that are kept to; nothing while no limit is known. */
  readonly rate: () => number | undefined;
  /** How long nothing will be sent, in milliseconds, because the API takes nothing; nothing while it does. */
  readonly waitingMs: () => number | undefined;
  /** Whether the API asked for a wait that long. */
  readonly isWaitAsked: () => boolean;
}

export interface LimiterOptions {
  readonly clock: Clock;
  readonly controller: RateController;
}

const NEVER = Promise.resolve(false);

/** Makes a waiting room. It holds one timer at most, and none while nobody waits. */
export function createLimiter({ clock, controller }: LimiterOptions): Limiter {
  const waiting = new Set<(mayGo: boolean) => void>();
  let timer: { readonly at: number; readonly stop: () => void } | undefined;

  function acquire(signal: AbortSignal): true | Promise<boolean> {
    if (signal.aborted) return NEVER;
    const at = clock.now();
    if (waiting.size > 0 || controller.nextAt() > at) return wait(signal);
    controller.take({ at, hasWaited: false });
    return true;
  }
  function wait(signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      function leave(mayGo: boolean): void {
        signal.removeEventListener("abort", giveUp);
        waiting.delete(leave);
        resolve(mayGo);
      }
      function giveUp(): void {
        leave(false);
        schedule();
      }
      signal.addEventListener("abort", giveUp);
      waiting.add(leave);
      schedule();
    });
  }
  /** Sees to it that the timer, if anybody waits, is set for the moment when the next one may go. */
  function schedule(): void {
    const at = waiting.size > 0 ? controller.nextAt() : Number.POSITIVE_INFINITY;
    if (timer?.at === at) return;
    timer?.stop();
    const delayMs = Math.max(0, Math.ceil(at - clock.now()));
    timer = at === Number.POSITIVE_INFINITY ? undefined : { at, stop: clock.startTimer(release, delayMs) };
  }
  function release(): void {
    timer = undefined;
    const at = clock.now();
    for (const leave of waiting) {
      if (controller.nextAt() > at) break;
      controller.take({ at, hasWaited: true });
      leave(true);
    }
    schedule();
  }
  function report(attempted: Attempted): void {
    controller.report(attempted);
    if (waiting.size > 0) schedule();
  }
  function waitingMs(): number | undefined {
    const until = controller.pausedUntil();
    return Number.isFinite(until) && until > clock.now() ? until - clock.now() : undefined;
  }
  return { acquire, report, rate: controller.rate, waitingMs, isWaitAsked: controller.isPauseAsked };
}
