import { expect, onTestFinished, test, vi } from "vitest";
import { createOpscomClient } from "../../src/apis/opscom.ts";
import { type Failure, toError } from "../../src/client/failure.ts";

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
  const error = toError({ code, message: "so it is" }, "pushProfile", 1, false);
  expect(error).toMatchObject({ code, name, attempts: 1, message: "pushProfile failed: so it is" });
  expect("cause" in error).toBe(false);
});

test("more attempts than one are counted", () => {
  const error = toError({ code: "server", message: "HTTP 503" }, "pushProfile", 4, false);
  expect(error.message).toBe("pushProfile failed (after 4 attempts): HTTP 503");
});

test.each([
  [true, true, true, { retryable: true, uncertain: false }],
  [true, false, true, { retryable: false, uncertain: true }],
  [true, false, false, { retryable: true, uncertain: false }],
  [false, true, true, { retryable: false, uncertain: false }],
])("transient %s, unsent %s, at a create %s: %o", (transient, unsent, isCreate, want) => {
  expect(toError({ code: "network", message: "", transient, unsent }, "x", 1, isCreate)).toMatchObject(want);
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
