import { describe, expect, test } from "vitest";
import { createStopRule } from "../../src/bulk/stop-rule.ts";
import {
  HttpError,
  NetworkError,
  ParseError,
  RedirectError,
  TimeoutError,
  type UserpushError,
} from "../../src/client/errors.ts";

const message = "because";
const rejected = (code: number) =>
  new HttpError({ message, code: "rejected", status: 400, fault: { code, meaning: "no" } });
const status = (code: "rejected" | "server" | "rate_limit" | "authentication", number: number) =>
  new HttpError({ message, code, status: number });

/** What the rule says after each error in turn. */
function judge(errors: readonly (UserpushError | undefined)[]) {
  const rule = createStopRule(undefined);
  return errors.map((error) => {
    rule.observe(error);
    return rule.stop()?.reason;
  });
}

describe("a run stops", () => {
  test.each<[string, number, UserpushError, string]>([
    ["a refused token", 1, status("authentication", 401), "refused"],
    ["a redirect", 1, new RedirectError({ message, status: 302 }), "refused"],
    ["pages that are not the API's", 3, new ParseError({ message, status: 200 }), "refused"],
    ["404s without a fault", 3, status("rejected", 404), "refused"],
    ["lost connections", 5, new NetworkError({ message }), "unreachable"],
    ["timeouts", 5, new TimeoutError({ message, code: "timeout" }), "unreachable"],
    ["503s", 5, status("server", 503), "unreachable"],
    ["429s", 5, status("rate_limit", 429), "unreachable"],
    ["one fault for everybody", 20, rejected(9015), "refused"],
  ])("after %s, %i in a row", (_name, limit, error, reason) => {
    const said = judge(Array.from({ length: limit }, () => error));
    expect(said).toEqual([...Array.from({ length: limit - 1 }, () => undefined), reason]);
  });

  test("for the first reason, whatever comes later", () => {
    expect(
      judge([
        status("authentication", 401),
        ...Array.from({ length: 9 }, () => new NetworkError({ message })),
      ]).at(-1),
    ).toBe("refused");
  });
});

describe("a run goes on", () => {
  test("when a success stands between", () => {
    const lost = new NetworkError({ message });
    expect(judge([lost, lost, lost, lost, undefined, lost, lost, lost, lost]).at(-1)).toBeUndefined();
  });

  test("when people are refused for different reasons", () => {
    const errors = Array.from({ length: 60 }, (_, index) => rejected(index % 2 ? 9019 : 9020));
    expect(judge(errors).at(-1)).toBeUndefined();
  });
});

test("a signal interrupts, unless there was a reason before", () => {
  const rule = createStopRule(AbortSignal.abort("SIGINT"));
  expect(rule.stop()).toEqual({ reason: "interrupted", message: "the run was interrupted" });
  rule.observe(status("authentication", 401));
  expect(rule.stop()).toEqual({ reason: "refused", message });
});
