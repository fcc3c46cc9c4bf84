import { describe, expect, test } from "vitest";
import type { Stop } from "../../../src/bulk/run-event.ts";
import { createPatience } from "../../../src/bulk/send/patience.ts";
import type { UserpushError } from "../../../src/client/errors.ts";
import { failures } from "./failures.ts";

const ann = {};
const bob = {};
type Attempt = readonly [atMs: number, error: UserpushError | undefined, record?: object | undefined];

/** What is said after the last of some attempts. */
function judge(attempts: readonly Attempt[]): Stop | undefined {
  const patience = createPatience();
  return attempts
    .map(([at, error, record = at % 2 ? ann : bob]) => patience.attempted({ at, error, record }))
    .at(-1);
}

const { reset, timeout, unavailable, limited, page } = failures;
/** An attempt each second of a stretch of time, in seconds. */
const each = (from: number, to: number, error: UserpushError, record?: object): Attempt[] =>
  Array.from(
    { length: to - from + 1 },
    (_, index) => [(from + index) * 1_000 + (index % 2), error, record] as const,
  );

describe("patience ends", () => {
  test.each<[string, readonly Attempt[], Stop["reason"], RegExp]>([
    [
      "after 15 seconds without a first answer",
      each(0, 16, reset()),
      "unreachable",
      /no answer for 16 seconds/,
    ],
    [
      "after a minute without another answer",
      [[0, undefined], ...each(1, 62, timeout())],
      "unreachable",
      /no answer for 61 seconds/,
    ],
    [
      "after a minute of bare 503s",
      [[0, undefined], ...each(1, 62, unavailable())],
      "failing",
      /itself has only failed for 61 seconds/,
    ],
    [
      "after ten minutes of nothing but 429s",
      each(0, 601, limited()),
      "failing",
      /for 11 minutes .* nothing but to wait/,
    ],
    [
      "at once where Retry-After asks for an hour",
      [[0, limited(3_600_000)]],
      "failing",
      /asks to wait for 60 minutes/,
    ],
  ])("%s", (_, attempts, reason, message) => {
    expect(judge(attempts)).toEqual({ reason, message: expect.stringMatching(message) });
  });
});

describe("patience lasts", () => {
  test.each<[string, readonly Attempt[]]>([
    ["while the first seconds pass", each(0, 14, reset())],
    ["through a minute of silence after an answer", [[0, undefined], ...each(1, 60, reset())]],
    [
      "where an answer stands between, of whatever kind",
      [...each(0, 14, reset()), [14_500, page()], ...each(15, 40, reset())],
    ],
    ["with one person whom the API cannot digest", each(0, 300, timeout(), ann)],
    [
      "where few attempts take long",
      [
        [0, timeout()],
        [30_001, timeout()],
        [60_000, timeout()],
      ],
    ],
    ["through minutes of 503s that ask to wait", [[0, undefined], ...each(1, 300, unavailable(5_000))]],
    [
      "where somebody is pushed between 429s",
      [...each(0, 590, limited()), [591_000, undefined], ...each(592, 900, limited())],
    ],
  ])("%s", (_, attempts) => {
    expect(judge(attempts)).toBeUndefined();
  });
});
