import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createOpscomClient } from "../../src/apis/opscom.ts";
import { completeError } from "../../src/client/complete-error.ts";
import {
  AbortedError,
  ConfigurationError,
  HttpError,
  NetworkError,
  ParseError,
  RedirectError,
  TimeoutError,
  type UserpushError,
} from "../../src/client/errors.ts";

const REASON = { message: "so it is" };

const FAILURES: readonly (readonly [UserpushError, string])[] = [
  [new ConfigurationError(REASON), "ConfigurationError"],
  [new HttpError({ ...REASON, code: "authentication" }), "HttpError"],
  [new HttpError({ ...REASON, code: "rate_limit" }), "HttpError"],
  [new HttpError({ ...REASON, code: "rejected" }), "HttpError"],
  [new HttpError({ ...REASON, code: "server" }), "HttpError"],
  [new NetworkError(REASON), "NetworkError"],
  [new TimeoutError({ ...REASON, code: "timeout" }), "TimeoutError"],
  [new TimeoutError({ ...REASON, code: "deadline" }), "TimeoutError"],
  [new AbortedError(REASON), "AbortedError"],
  [new RedirectError(REASON), "RedirectError"],
  [new ParseError(REASON), "ParseError"],
];

const PASSING = ["rate_limit", "server", "network", "timeout", "deadline"];

describe.each(FAILURES)("%o", (failure, name) => {
  const { code } = failure;

  test("becomes the error of a call, of the same kind", () => {
    const error = completeError(failure, "pushProfile", 1, false);
    expect(error).toMatchObject({ code, name, attempts: 1, message: "pushProfile failed: so it is" });
    expect(error.constructor).toBe(failure.constructor);
    expect(error.stack).toContain("pushProfile failed: so it is");
    expect("cause" in error).toBe(false);
  });

  test("stays as it is, for whoever throws it once more", () => {
    completeError(failure, "pushProfile", 2, true);
    expect(failure).toMatchObject({ message: "so it is", attempts: 0, uncertain: false });
  });

  test("is retryable where a repeat could help, and does no harm", () => {
    const [certain, uncertain] = [false, true].map((one) => completeError(failure, "x", 1, one));
    expect(certain).toMatchObject({ retryable: PASSING.includes(code), uncertain: false });
    expect(uncertain).toMatchObject({ retryable: false, uncertain: true });
  });
});

test("more attempts than one are counted", () => {
  const error = completeError(
    new HttpError({ code: "server", message: "HTTP 503" }),
    "pushProfile",
    4,
    false,
  );
  expect(error.message).toBe("pushProfile failed (after 4 attempts): HTTP 503");
});

test("all that a failure knows is kept", () => {
  const cause = new Error("no");
  const known = { status: 429, retryAfterMs: 7, excerpt: "slow", fault: { code: 1, meaning: "slow" } };
  const failure = new HttpError({ code: "rate_limit", message: "HTTP 429", cause, ...known });
  const error = completeError(failure, "pushProfile", 1, false);
  expect(error).toMatchObject({ ...known, cause });
  expect(Object.keys(error)).not.toContain("cause");
});

test("a transport can say that no other attempt would fare better, as often as it is asked", async () => {
  const closed = new ConfigurationError({ message: "the line is closed" });
  const transport = vi.fn(async () => {
    throw closed;
  });
  const client = createOpscomClient({ tenant: "OC_TOMA", apiToken: "t", transport });
  for (let call = 1; call <= 2; call += 1) {
    const { ok, ...rest } = await client.safe.pushProfile({ unique_id: "1", login_source: "OPSCOM" });
    const message = "pushProfile failed: the line is closed";
    expect({ ok, ...rest }).toMatchObject({
      ok: false,
      error: { code: "configuration", message, attempts: 1 },
    });
    expect(transport).toHaveBeenCalledTimes(call);
  }
});

test.each([
  ["an answer", async () => new Response('{"status":"success","reference_id":44}')],
  [
    "a lost connection",
    async () => {
      throw new TypeError("fetch failed");
    },
  ],
])("no timer is left after %s", async (_, fetch) => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", fetch);
  onTestFinished(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const client = createOpscomClient({ tenant: "OC_TOMA", apiToken: "t", maxRetries: 0 });
  await client.safe.pushProfile({ unique_id: "1", login_source: "OPSCOM" });
  expect(vi.getTimerCount()).toBe(0);
});

test("what is no failure of sending is thrown as it is, by the calls that return failures too", async () => {
  const now = vi.fn(() => 0).mockReturnValueOnce(0);
  now.mockImplementation(() => {
    throw new RangeError("no time");
  });
  const clock = { now, startTimer: () => () => undefined };
  const client = createOpscomClient({ tenant: "OC_TOMA", apiToken: "t", clock });
  await expect(client.safe.pushProfile({ unique_id: "1", login_source: "OPSCOM" })).rejects.toThrow(
    RangeError,
  );
});
