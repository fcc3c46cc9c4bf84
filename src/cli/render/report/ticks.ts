/** The marks of a scale, in steps that people count in: 1, 2 or 5 times a power of ten. The last is its end, 1 at least. */
export function countTicks(most: number, maxTicks: number): readonly number[] {
  const end = Math.max(most, 1);
  const rough = end / maxTicks;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5].map((factor) => factor * power).find((size) => size >= rough) ?? 10 * power;
  return Array.from({ length: Math.ceil(end / step) + 1 }, (_, index) => round(index * step));
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Steps in which people count time. */
const TIME_STEPS_MS = [
  ...[0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND_MS),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 3, 6, 12, 24].map((hours) => hours * HOUR_MS),
];

/** Marks of a time axis, in milliseconds, none beyond its end. */
export function timeTicks(durationMs: number, maxTicks: number): readonly number[] {
  const rough = durationMs / maxTicks;
  const step = TIME_STEPS_MS.find((size) => size >= rough) ?? Math.ceil(rough / HOUR_MS) * HOUR_MS;
  return Array.from({ length: Math.floor(durationMs / step) + 1 }, (_, index) => index * step);
}

/** Without the dust of floating point: 0.30000000000000004 is no mark. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}
