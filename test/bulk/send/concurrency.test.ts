import { describe, expect, test } from "vitest";
import { createConcurrency } from "../../../src/bulk/send/rate/concurrency.ts";
import type { Sign } from "../../../src/bulk/send/rate/sign.ts";

/** The limit after answers that come one a millisecond. */
function limitAfter(signs: readonly Sign[], fixed?: number): number {
  const concurrency = createConcurrency({ fixed });
  for (const [at, sign] of signs.entries()) concurrency.report({ sign, sentAt: at, answeredAt: at });
  return concurrency.limit();
}
const times = (count: number, sign: Sign) => Array.from({ length: count }, () => sign);

describe("records on their way at a time", () => {
  test.each<[string, readonly Sign[], number]>([
    ["begin with 4", [], 4],
    ["rise by one when as many were answered", times(4, "answered"), 5],
    ["stay as many before that", times(3, "answered"), 4],
    ["rise to 16 and no further", times(5_000, "answered"), 16],
    ["halve at a timeout or a 503", [...times(500, "answered"), "overloaded"], 8],
    ["halve at a lost connection", [...times(500, "answered"), "lost"], 8],
    ["fall to 1 where trouble goes on", times(9, "overloaded"), 1],
    ["fall to 4 at 429s, and not below", times(9, "limited"), 4],
    ["stay where one 429 finds fewer", [...times(9, "lost"), "limited"], 1],
    ["stay where nothing was sent", times(9, "none"), 4],
  ])("%s", (_, signs, want) => {
    expect(limitAfter(signs)).toBe(want);
  });

  test("fall once for all that was on its way together", () => {
    const concurrency = createConcurrency();
    for (let at = 0; at < 500; at += 1) concurrency.report({ sign: "answered", sentAt: at, answeredAt: at });
    for (let at = 500; at < 516; at += 1)
      concurrency.report({ sign: "overloaded", sentAt: 499, answeredAt: at });
    expect(concurrency.limit()).toBe(8);
  });

  test.each([[1], [32], [64]])("are %i, whatever is answered, where that was asked for", (fixed) => {
    expect(limitAfter([...times(500, "answered"), ...times(9, "lost")], fixed)).toBe(fixed);
  });
});
