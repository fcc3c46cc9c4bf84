/** Records on their way at a time: a whole number. */
export const CONCURRENCY = { min: 1, max: 64 } as const;

/** Requests per second. */
export const RATE = { min: 0.01, max: 100_000 } as const;

interface SendingWishes {
  readonly concurrency?: number | undefined;
  readonly ratePerSecond?: number | undefined;
}

/** Refuses what would send nothing for ever, or without a bound. Throws `RangeError`. */
export function checkSending({
  concurrency = CONCURRENCY.min,
  ratePerSecond = RATE.min,
}: SendingWishes): void {
  if (!Number.isInteger(concurrency) || !isWithin(concurrency, CONCURRENCY))
    throw new RangeError(
      `concurrency must be a whole number ${between(CONCURRENCY)}, and ${concurrency} came`,
    );
  if (!isWithin(ratePerSecond, RATE))
    throw new RangeError(`ratePerSecond must be a number ${between(RATE)}, and ${ratePerSecond} came`);
}

type Bounds = typeof CONCURRENCY | typeof RATE;

function isWithin(value: unknown, { min, max }: Bounds): boolean {
  return typeof value === "number" && value >= min && value <= max;
}

function between({ min, max }: Bounds): string {
  return `from ${min} to ${max}`;
}
