import type { ProgressEvent } from "../../../bulk/run-event.ts";

/** A stretch of a run. */
export interface TimelinePoint {
  /** Milliseconds since the phase began. */
  readonly fromMs: number;
  readonly untilMs: number;
  /** Mean of the stretch. */
  readonly answersPerSecond: number;
  /** Answers that asked to slow down, and rows that were rejected, within the stretch. */
  readonly throttled: number;
  readonly rejected: number;
  /** The rate that the run held itself to at the end of the stretch. */
  readonly rateLimit: number | undefined;
}

/** What a run did over time, at a resolution that falls as it grows: memory is that of `maxPoints`. */
export interface Timeline {
  readonly add: (event: ProgressEvent) => void;
  readonly points: () => readonly TimelinePoint[];
}

/** Answers are counted over the last second; before there was one, over the time since the phase began. */
const SECOND_MS = 1_000;

/** Keeps from half of `maxPoints` to all of them, by merging neighbours. */
export function createTimeline(maxPoints: number): Timeline {
  let points: TimelinePoint[] = [];
  let stretchMs = 0;
  let last = { elapsedMs: 0, throttled: 0, rejected: 0 };

  function add({ phase, elapsedMs, perSecond, throttled = 0, totals, rateLimit }: ProgressEvent): void {
    if (phase !== "pushing" || elapsedMs <= last.elapsedMs) return;
    const { rejected } = totals;
    append({
      ...{ fromMs: last.elapsedMs, untilMs: elapsedMs, rateLimit },
      answersPerSecond: perSecond * (SECOND_MS / Math.min(SECOND_MS, elapsedMs)),
      throttled: throttled - last.throttled,
      rejected: rejected - last.rejected,
    });
    last = { elapsedMs, throttled, rejected };
  }
  function append(point: TimelinePoint): void {
    const before = points.at(-1);
    if (before && before.untilMs - before.fromMs < stretchMs)
      points[points.length - 1] = merge(before, point);
    else points.push(point);
    if (points.length > maxPoints) coarsen();
  }
  function coarsen(): void {
    const merged = points.flatMap((point, index) => {
      const next = points[index + 1];
      return index % 2 === 1 ? [] : [next ? merge(point, next) : point];
    });
    // New stretches are as long as the merged ones, so that a chart is as fine at its end as at its beginning.
    stretchMs = (points.at(-1)?.untilMs ?? 0) / merged.length;
    points = merged;
  }
  return { add, points: () => points };
}

function merge(one: TimelinePoint, next: TimelinePoint): TimelinePoint {
  const [oneMs, nextMs] = [one.untilMs - one.fromMs, next.untilMs - next.fromMs];
  const answers = one.answersPerSecond * oneMs + next.answersPerSecond * nextMs;
  return {
    fromMs: one.fromMs,
    untilMs: next.untilMs,
    answersPerSecond: answers / (oneMs + nextMs),
    throttled: one.throttled + next.throttled,
    rejected: one.rejected + next.rejected,
    rateLimit: next.rateLimit,
  };
}
