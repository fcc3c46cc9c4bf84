import { describe, expect, test } from "vitest";
import { concernsEverybody, createStopRule, isForeign, isUnanswered } from "../../src/bulk/stop-rule.ts";
import {
  ConfigurationError,
  HttpError,
  type HttpErrorCode,
  NetworkError,
  ParseError,
  RedirectError,
  TimeoutError,
  type UserpushError,
} from "../../src/client/errors.ts";

type Answer = UserpushError | undefined;

const http = (code: HttpErrorCode, status: number, fault?: number) =>
  new HttpError({
    ...{ code, status, message: `${code} ${status} ${fault ?? ""}`.trim() },
    ...(fault ? { fault: { code: fault, meaning: "no" } } : {}),
  });

const OK = undefined;
const CONFIGURATION = new ConfigurationError({ message: "tenant", fault: { code: 9000, meaning: "no" } });
const TOKEN = http("authentication", 401);
const REDIRECT = new RedirectError({ message: "redirect", status: 302 });
const PAGE = new ParseError({ message: "page", status: 200 });
const [NOT_FOUND, NOT_ALLOWED] = [http("rejected", 404), http("rejected", 405)];
const NETWORK = new NetworkError({ message: "network" });
const TIMEOUT = new TimeoutError({ message: "timeout", code: "timeout" });
const DEADLINE = new TimeoutError({ message: "deadline", code: "deadline" });
const [SERVER, LIMIT] = [http("server", 503), http("rate_limit", 429)];
const [TWIN, SOURCE] = [http("rejected", 200, 9019), http("rejected", 400, 9015)];

const times = (count: number, ...answers: Answer[]): Answer[] =>
  Array.from({ length: count }, () => answers).flat();

/** After which answer the rule stops, and with what. */
function stopOf(answers: readonly Answer[], signal?: AbortSignal) {
  const rule = createStopRule(signal);
  const index = answers.findIndex((answer) => {
    rule.observe(answer);
    return rule.stop() !== undefined;
  });
  return { after: index + 1, ...rule.stop() };
}

describe("a run stops", () => {
  test.each<[string, Answer[], { after: number; reason: string; message: string }]>([
    ["at the first wrong setting", [OK, CONFIGURATION], { after: 2, reason: "refused", message: "tenant" }],
    ["at the first wrong token", [TOKEN], { after: 1, reason: "refused", message: "authentication 401" }],
    ["at the first redirect", [OK, REDIRECT], { after: 2, reason: "refused", message: "redirect" }],
    ["after three pages", times(9, PAGE), { after: 3, reason: "refused", message: "page" }],
    ["after three times 404", times(9, NOT_FOUND), { after: 3, reason: "refused", message: "rejected 404" }],
    [
      "after three answers that are not the API's",
      [PAGE, NOT_FOUND, NOT_ALLOWED],
      { after: 3, reason: "refused", message: "rejected 405" },
    ],
    ["after five lost calls", times(9, NETWORK), { after: 5, reason: "unreachable", message: "network" }],
    [
      "after five without an answer, each in its way",
      [NETWORK, TIMEOUT, DEADLINE, SERVER, LIMIT],
      { after: 5, reason: "unreachable", message: "rate_limit 429" },
    ],
    [
      "after twenty refusals with one code",
      times(30, TWIN),
      { after: 20, reason: "refused", message: "rejected 200 9019" },
    ],
    [
      "after twenty refusals without a code and with one status",
      times(30, http("rejected", 422)),
      { after: 20, reason: "refused", message: "rejected 422" },
    ],
    [
      "when a row of failures begins anew after a success",
      [...times(4, NETWORK), OK, ...times(5, NETWORK)],
      { after: 10, reason: "unreachable", message: "network" },
    ],
  ])("%s", (_, answers, want) => {
    expect(stopOf(answers)).toEqual(want);
  });

  test("for the first reason that it had", () => {
    const rule = createStopRule(undefined);
    for (const error of [...times(5, TIMEOUT), TOKEN, ...times(5, PAGE)]) rule.observe(error);
    expect(rule.stop()).toEqual({ reason: "unreachable", message: "timeout" });
  });

  test("when its signal is aborted, unless it had another reason", () => {
    const signal = AbortSignal.abort();
    expect(createStopRule(signal).stop()).toMatchObject({ reason: "interrupted" });
    expect(stopOf([TOKEN], signal)).toMatchObject({ reason: "refused" });
    expect(createStopRule(new AbortController().signal).stop()).toBeUndefined();
  });
});

describe("a run goes on", () => {
  test.each<[string, Answer[]]>([
    ["while everybody is pushed", times(100, OK)],
    ["after two pages at a time", times(9, PAGE, PAGE, OK)],
    ["after four lost calls at a time", times(9, ...times(4, NETWORK), OK)],
    ["after four lost calls and a refusal", times(9, ...times(4, NETWORK), TWIN)],
    ["after nineteen refusals at a time", times(9, ...times(19, TWIN), OK)],
    ["after many refusals with several codes", times(50, TWIN, SOURCE)],
    ["after a lost call, a page and a refusal in turns", times(50, NETWORK, PAGE, TWIN)],
    ["after four times 404 with a fault", times(4, http("rejected", 404, 9009))],
  ])("%s", (_, answers) => {
    expect(stopOf(answers)).toEqual({ after: 0 });
  });
});

describe("an error", () => {
  test.each<[string, UserpushError[]]>([
    ["everybody", [CONFIGURATION, TOKEN, REDIRECT]],
    ["something else at the address", [PAGE, NOT_FOUND, NOT_ALLOWED]],
    ["no answer", [NETWORK, TIMEOUT, DEADLINE, SERVER, LIMIT]],
    ["one person", [TWIN, SOURCE, http("rejected", 404, 9009)]],
  ])("is about %s", (kind, errors) => {
    for (const error of errors) {
      const found = [concernsEverybody(error), isForeign(error), isUnanswered(error)];
      const kinds = ["everybody", "something else at the address", "no answer"];
      expect(found).toEqual(kinds.map((one) => one === kind));
    }
  });
});
