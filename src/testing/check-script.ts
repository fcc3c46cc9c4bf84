import type { OperationFacts } from "../contract/operation.ts";
import { expectInteger, expectMembers, unexpected } from "./expected.ts";

/** What there is to play: the operations that are answered for, and the faults and examples that their documents name. */
export interface Playable {
  readonly operations: readonly OperationFacts[];
  readonly faultCodes: readonly string[];
  readonly examples: readonly string[];
}

const FAILURES = ["reset", "stall", "lostAnswer"];

/** Throws `TypeError` for what is no failure: it would end in a success. */
export function checkFailure(failure: unknown, playable: Playable): void {
  if (typeof failure === "object" && failure !== null) {
    checkAnswer(failure, playable);
    return;
  }
  if (typeof failure === "string" && (FAILURES.includes(failure) || /^[2-5]\d\d$/.test(failure))) return;
  throw unexpected(
    "a failure",
    `"reset", "stall", "lostAnswer", a status such as "429", or an answer`,
    failure,
  );
}

/** Throws `TypeError` for what is no answer, and for a fault or an example that no document has. */
export function checkAnswer(answer: unknown, playable: Playable): void {
  const given = (typeof answer === "object" ? answer : undefined) as
    | Readonly<Record<string, unknown>>
    | undefined;
  if (!given || !("example" in given || "fault" in given || "status" in given))
    throw unexpected("an answer", "{ example }, { fault } or { status }", answer);
  expectInteger("status", given["status"], 200, 599);
  if ("example" in given) checkExample(given, playable);
  else if ("fault" in given) checkFault(given, playable);
  else checkStatus(given);
}

type Given = Readonly<Record<string, unknown>>;

function checkExample(given: Given, { examples }: Playable): void {
  expectMembers("an answer", given, ["example", "status"]);
  const { example } = given;
  if (!examples.includes(example as string))
    throw unexpected("example", `one of ${examples.join(", ")}`, example);
}

/** Words are whatever an API without codes says; a code means what the document says. */
function checkFault(given: Given, { operations, faultCodes }: Playable): void {
  expectMembers("an answer", given, ["fault", "status"]);
  const { fault } = given;
  const faults = operations.flatMap(({ faults: known }) => known ?? []);
  const areWords = faults.some(({ code }) => code === undefined);
  if (typeof fault === "number" ? faultCodes.includes(String(fault)) : areWords && typeof fault === "string")
    return;
  const known = [
    ...(faultCodes.length > 0 ? [`a code (${faultCodes.join(", ")})`] : []),
    ...(areWords ? ["words"] : []),
  ];
  throw unexpected("fault", known.join(" or ") || "left out, for no document has faults", fault);
}

function checkStatus(given: Given): void {
  expectMembers("an answer", given, ["status", "headers", "body"]);
  const { status, headers = {}, body = "" } = given;
  if (status === undefined) throw unexpected("status", "a number", status);
  if (typeof headers !== "object" || headers === null) throw unexpected("headers", "an object", headers);
  if (typeof body !== "string" && (typeof body !== "object" || body === null))
    throw unexpected("body", "a text or an object", body);
}

/** Throws `TypeError` for a plan that could not come true. */
export function checkFailOptions(options: object, { operations }: Playable): void {
  expectMembers("the options", options, ["times", "operation"]);
  const { times, operation } = options as Given;
  expectInteger("times", times, 1, 1_000_000);
  const ids = operations.map(({ id }) => id);
  if (operation !== undefined && !ids.includes(operation as string))
    throw unexpected("operation", `one of ${ids.join(", ")}`, operation);
}

export function checkLatency(latencyMs: unknown): void {
  if (typeof latencyMs === "number" && latencyMs >= 0 && latencyMs < 2 ** 31) return;
  throw unexpected("the latency", "a number of milliseconds from 0 up", latencyMs);
}
