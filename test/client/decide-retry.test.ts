import { describe, expect, test } from "vitest";
import { decideRetry } from "../../src/client/decide-retry.ts";
import { didNothing } from "../../src/client/did-nothing.ts";
import { HttpError, type HttpErrorCode } from "../../src/client/errors.ts";

interface Facts {
  readonly code: HttpErrorCode;
  readonly retryAfterMs: number;
}

interface Question {
  readonly attempts: number;
  readonly remainingMs: number;
  readonly repeatSafe: boolean;
  readonly maxRetries: number;
  readonly timeoutMs: number;
  readonly random: () => number;
}

function ask(question: Partial<Question>, { code = "server", ...facts }: Partial<Facts> = {}) {
  const { attempts = 1, remainingMs = 120_000, repeatSafe = true, ...given } = question;
  const settings = { maxRetries: 3, timeoutMs: 30_000, random: () => 0.5, ...given };
  const failure = new HttpError({ code, message: "HTTP 503", ...facts });
  return decideRetry(failure, attempts, settings, remainingMs, {
    repeatSafe,
    didNothing,
  });
}

describe("the delay before the next attempt", () => {
  test.each([
    [1, 250],
    [2, 500],
    [3, 1000],
    [4, 2000],
    [5, 4000],
    [6, 4000],
    [50, 4000],
  ])("after attempt %i is half of the bound, with a random number of one half", (attempts, want) => {
    expect(ask({ attempts, maxRetries: 100 })).toBe(want);
  });

  test.each<[string, Partial<Question>, Partial<Facts>, number | undefined]>([
    ["is nothing when the retries are used up", { attempts: 4 }, {}, undefined],
    ["is something before the last retry", { attempts: 3 }, {}, 1_000],
    ["is nothing when no retry is allowed", { maxRetries: 0 }, {}, undefined],
    ["is nothing when a repeat cannot help", {}, { code: "rejected" }, undefined],
    ["is nothing when a repeat is not safe", { repeatSafe: false }, {}, undefined],
    [
      "is something when a repeat is not safe but nothing was sent",
      { repeatSafe: false },
      { code: "rate_limit" },
      250,
    ],
    [
      "is nothing when the deadline would cut off a create that was certainly not made",
      { repeatSafe: false, remainingMs: 30_250 },
      { code: "rate_limit" },
      undefined,
    ],
    ["is what the API asks for where that is longer", {}, { retryAfterMs: 9_000 }, 9_000],
    ["is the backoff where the API asks for less", {}, { retryAfterMs: 10 }, 250],
    ["is nothing when it would reach the deadline", { remainingMs: 250 }, {}, undefined],
    ["is something when the deadline is later", { remainingMs: 251 }, {}, 250],
    [
      "is nothing when the API asks for more than the deadline leaves",
      { remainingMs: 5_000 },
      { retryAfterMs: 5_000 },
      undefined,
    ],
    ["is none with a random number of zero", { random: () => 0 }, {}, 0],
  ])("%s", (_name, question, failure, want) => {
    expect(ask(question, failure)).toBe(want);
  });
});

test("a create of which nobody can tell what it did is never repeated", () => {
  const settings = { maxRetries: 3, timeoutMs: 30_000, random: () => 0.5 };
  const failure = new HttpError({ code: "rate_limit", message: "HTTP 429" });
  expect(decideRetry(failure, 1, settings, 120_000, { repeatSafe: false })).toBeUndefined();
  expect(decideRetry(failure, 1, settings, 120_000, { repeatSafe: false, didNothing })).toBe(250);
});
