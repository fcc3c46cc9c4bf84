import { expect, test } from "vitest";
import { backoffMs } from "../../src/client/backoff.ts";

test.each([
  [1, 500],
  [2, 1_000],
  [3, 2_000],
  [4, 4_000],
  [5, 8_000],
  [6, 8_000],
  [2_000, 8_000],
])("after attempt %i the delay is anything from nothing up to %i milliseconds", (attempt, bound) => {
  expect(backoffMs(attempt, () => 0)).toBe(0);
  expect(backoffMs(attempt, () => 0.25)).toBe(bound / 4);
  expect(backoffMs(attempt, () => 1)).toBe(bound);
});
