import { describe, expect, test } from "vitest";
import type { PersonRecord } from "../../../src/bulk/map/mapped.ts";
import { createStopRule } from "../../../src/bulk/send/stop-rule.ts";
import type { UserpushError } from "../../../src/client/errors.ts";
import { failures } from "./failures.ts";

const fault = (code: number) => failures.fault({ code, meaning: "ann@example.org is taken" });
const ANN = { unique_id: "1", email: "ann@example.org", login_source: "OPS" };
const times = (count: number, error: UserpushError) => Array.from({ length: count }, () => error);

interface Circumstances {
  readonly hasPushedBefore?: boolean;
  readonly personOf?: (index: number) => PersonRecord;
}

/** What the rule says after each record in turn. */
function judge(errors: readonly (UserpushError | undefined)[], circumstances: Circumstances = {}) {
  const { hasPushedBefore, personOf = () => ANN } = circumstances;
  const rule = createStopRule({ hasPushedBefore });
  return errors.map((error, index) => {
    rule.ended(personOf(index), error);
    return rule.stop()?.reason;
  });
}

describe("a run stops", () => {
  test.each<[string, number, UserpushError, string]>([
    ["a refused token", 1, failures.token(), "refused"],
    ["a wrong tenant", 1, failures.tenant(), "refused"],
    ["a redirect", 1, failures.redirect(), "refused"],
    ["pages that are not the API's", 3, failures.page(), "refused"],
    ["404s without a fault", 3, failures.refused(404), "refused"],
    ["405s without a fault", 3, failures.refused(405), "refused"],
    ["records lost in all their attempts", 5, failures.reset(), "unreachable"],
    ["records without an answer in time", 5, failures.timeout(), "unreachable"],
    ["records that got nothing but 503s", 5, failures.unavailable(), "failing"],
    ["records that got nothing but 500s", 5, failures.broken(), "failing"],
    ["one fault for everybody", 20, fault(9015), "refused"],
    ["one refusal without a code", 20, failures.refused(422), "refused"],
  ])("after %s, %i in a row", (_name, limit, error, reason) => {
    const said = judge(times(limit, error));
    expect(said).toEqual([...Array.from({ length: limit - 1 }, () => undefined), reason]);
  });

  test("for the first reason, whatever comes later", () => {
    expect(judge([failures.token(), ...times(9, failures.reset())]).at(-1)).toBe("refused");
  });

  test("and says so to everybody who waits", () => {
    const rule = createStopRule();
    expect(rule.halted.aborted).toBe(false);
    rule.ended(ANN, failures.token());
    expect(rule.halted.aborted).toBe(true);
  });
});

describe("a run goes on", () => {
  test("when a success stands between", () => {
    const lost = times(4, failures.reset());
    expect(judge([...lost, undefined, ...lost]).at(-1)).toBeUndefined();
  });

  test("when people are refused in any number, and somebody was taken", () => {
    expect(judge([undefined, ...times(1_000, failures.refused(422))]).at(-1)).toBeUndefined();
  });

  test("longer where earlier runs pushed people: who is refused comes again every night", () => {
    const said = judge(times(200, failures.refused(422)), { hasPushedBefore: true });
    expect([said.indexOf("refused"), said.length]).toEqual([199, 200]);
  });

  test("when each is refused for a value of their own", () => {
    const personOf = (index: number) => ({ ...ANN, email: `${index}@example.org` });
    const taken = failures.fault({ code: 9019, meaning: "The e-mail must be unique.", field: "email" });
    expect(judge(times(60, taken), { personOf }).at(-1)).toBeUndefined();
    const source = failures.fault({ code: 9015, meaning: "It is invalid.", field: "login_source" });
    expect(judge(times(20, source), { personOf }).at(-1)).toBe("refused");
  });

  test("when people are refused for different reasons", () => {
    const errors = Array.from({ length: 60 }, (_, index) => fault(index % 2 ? 9019 : 9020));
    expect(judge(errors).at(-1)).toBeUndefined();
  });
});

describe("the reason of a stop", () => {
  test("is told in the words of the document, which name nobody", () => {
    const table = { 9015: { meaning: "The login source is invalid." } } as const;
    const rule = createStopRule({ faults: { message: "ErrorMessage", code: "ErrorCode", table } });
    for (const error of times(20, fault(9015))) rule.ended(ANN, error);
    expect(rule.stop()?.message).toBe(
      "20 people in a row were refused with fault 9015 (The login source is invalid.): the reason is not in the people",
    );
  });

  test("says how to go on where the API is away", () => {
    const rule = createStopRule();
    for (const error of times(5, failures.reset())) rule.ended(ANN, error);
    expect(rule.stop()?.message).toMatch(/no answer.*because; run the same command again later/);
  });

  test("blames the API, and no network, where it did answer", () => {
    const rule = createStopRule();
    for (const error of times(5, failures.broken())) rule.ended(ANN, error);
    expect(rule.stop()?.message).toMatch(/^5 people in a row got nothing but failures of the API itself/);
  });
});

describe("a signal", () => {
  test.each([
    ["before the run", (controller: AbortController) => controller.abort(), () => undefined],
    ["during the run", () => undefined, (controller: AbortController) => controller.abort()],
  ])("%s interrupts it, whatever comes later", (_, before, during) => {
    const controller = new AbortController();
    before(controller);
    const rule = createStopRule({ signal: controller.signal });
    during(controller);
    rule.ended(ANN, failures.token());
    expect(rule.stop()).toEqual({ reason: "interrupted", message: "the run was interrupted" });
    expect(rule.halted.aborted).toBe(true);
  });
});
