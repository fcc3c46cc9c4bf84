import { expect, onTestFinished, test, vi } from "vitest";
import { createOpscomClient } from "../../src/apis/opscom.ts";
import { Failure, toError } from "../../src/client/failure.ts";

test.each<[Failure["code"], string]>([
  ["configuration", "ConfigurationError"],
  ["authentication", "HttpError"],
  ["rate_limit", "HttpError"],
  ["rejected", "HttpError"],
  ["server", "HttpError"],
  ["network", "NetworkError"],
  ["timeout", "TimeoutError"],
  ["deadline", "TimeoutError"],
  ["aborted", "AbortedError"],
  ["redirect", "RedirectError"],
  ["parse", "ParseError"],
])("a failure by %s becomes a %s", (code, name) => {
  const error = toError(new Failure(code, "so it is"), "pushProfile", 1, false);
  expect(error).toMatchObject({ code, name, attempts: 1, message: "pushProfile failed: so it is" });
  expect("cause" in error).toBe(false);
});

test("more attempts than one are counted", () => {
  const error = toError(new Failure("server", "HTTP 503"), "pushProfile", 4, false);
  expect(error.message).toBe("pushProfile failed (after 4 attempts): HTTP 503");
});

test.each<[Failure["code"], boolean, object]>([
  ["network", false, { retryable: true, uncertain: false }],
  ["network", true, { retryable: false, uncertain: true }],
  ["parse", false, { retryable: false, uncertain: false }],
  ["parse", true, { retryable: false, uncertain: true }],
])("%s, uncertain %s: %o", (code, uncertain, want) => {
  const error = toError(new Failure(code, "no"), "x", 1, uncertain);
  expect(error).toMatchObject(want);
});

test.each<[Failure["code"], boolean]>([
  ["rate_limit", true],
  ["server", true],
  ["network", true],
  ["timeout", true],
  ["deadline", true],
  ["configuration", false],
  ["authentication", false],
  ["rejected", false],
  ["aborted", false],
  ["redirect", false],
  ["parse", false],
])("whether a repeat could help after %s: %s", (code, want) => {
  expect(toError(new Failure(code, "no"), "x", 1, false).retryable).toBe(want);
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
