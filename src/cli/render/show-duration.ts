const SECOND_MS = 1_000;
const MINUTE_S = 60;
const HOUR_S = 3_600;

/** A duration as people say it, in two units at most: `0.8 s`, `42 s`, `3 min 20 s`, `2 h 5 min`. */
export function showDuration(durationMs: number): string {
  if (durationMs < 9_950) return `${Number((Math.max(0, durationMs) / SECOND_MS).toFixed(1))} s`;
  const seconds = Math.round(durationMs / SECOND_MS);
  if (seconds < MINUTE_S) return `${seconds} s`;
  if (seconds < HOUR_S) return inTwo(seconds, MINUTE_S, ["min", "s"]);
  return inTwo(Math.round(seconds / MINUTE_S), MINUTE_S, ["h", "min"]);
}

/** A forecast, which is no better than its first unit: `42 s`, `4 min`, `2 h`. */
export function showRemaining(durationMs: number): string {
  const seconds = Math.ceil(durationMs / SECOND_MS);
  if (seconds < MINUTE_S) return `${seconds} s`;
  if (seconds < 2 * HOUR_S) return `${Math.ceil(seconds / MINUTE_S)} min`;
  return `${Math.ceil(seconds / HOUR_S)} h`;
}

function inTwo(count: number, size: number, [large, small]: readonly [string, string]): string {
  const rest = count % size;
  return `${Math.floor(count / size)} ${large}${rest > 0 ? ` ${rest} ${small}` : ""}`;
}
