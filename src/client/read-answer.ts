import { type Check, createCheck } from "../contract/check.ts";
import type { FaultFacts } from "../contract/fault.ts";
import type { Issue } from "../contract/issue.ts";
import type { OperationFacts } from "../contract/operation.ts";
import type { Codec } from "../wire/codec.ts";
import type { HttpErrorCode } from "./errors.ts";
import type { Failure } from "./failure.ts";
import { excerptOf, type Redact } from "./redact.ts";
import { parseRetryAfter } from "./retry-after.ts";
import type { Clock } from "./settings.ts";

/** An answer that was read to its end. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: () => Headers;
}

export interface Success<Data = unknown> {
  readonly data: Data;
  readonly status: number;
}

export type Reading = Success | { readonly failure: Failure };

/** Understands an answer: a fault in the body decides, whatever the status; then the status; then the shape. */
export type Reader = (answer: Answer, redact: Redact) => Promise<Reading>;

/** Makes the reader of one operation. The clock tells how far the dates of `Retry-After` are. */
export function createReader(
  facts: OperationFacts,
  codec: Pick<Codec, "decode">,
  clock: Pick<Clock, "now">,
): Reader {
  const check = createCheck(facts.answer);
  return async function read(answer, redact) {
    const { status, text } = answer;
    const value = await codec.decode(text, facts);
    const fault = findFault(value, status, facts.faults, redact);
    if (fault) return { failure: { ...fault, status } };
    const problem = isFailed(status)
      ? statusFailure(answer, clock.now())
      : findProblem(value, status, check, redact);
    if (!problem) return { data: value, status };
    return { failure: { ...problem, status, excerpt: excerptOf(text, redact) } };
  };
}

/** A fault is the API's own word that it did nothing; asking again gets the same word. */
function findFault(
  value: unknown,
  status: number,
  faults: FaultFacts | undefined,
  redact: Redact,
): Failure | undefined {
  if (!faults || typeof value !== "object" || value === null) return undefined;
  const body = value as Readonly<Record<string, unknown>>;
  const code = faults.code ? (body[faults.code] ?? undefined) : undefined;
  // Without codes the words alone say nothing of whose fault it is: only the status of a refusal does.
  const isRefusal = faults.message in body && status >= 400 && codeOf(status) === "rejected";
  if (faults.code ? code === undefined : !isRefusal) return undefined;
  const said = excerptOf(String(body[faults.message] ?? "no reason given"), redact);
  return nameFault(Number(code), said, faults);
}

/** The meaning of a code by the document, and the API's own words where they say more. */
function nameFault(code: number, said: string, { table }: FaultFacts): Failure {
  const entry = table?.[code];
  const { class: kind, ...named } = entry ?? { class: "rejected", meaning: said };
  const isNumbered = Number.isInteger(code);
  const more = entry && !entry.field ? ` The API says: ${said}` : "";
  return {
    code: kind === "foreign" ? "rejected" : kind,
    message: `${isNumbered ? `fault ${code}, ` : ""}${named.meaning}${more}`,
    unsent: true,
    fault: isNumbered ? { code, ...named } : named,
  };
}

function isFailed(status: number): boolean {
  return status < 200 || status > 299;
}

function findProblem(value: unknown, status: number, check: Check, redact: Redact): Failure | undefined {
  const [problem] = value === undefined ? ["the answer cannot be read"] : check(value).map(inAnswer);
  return problem ? { code: "parse", message: `${redact(problem)} (HTTP ${status})` } : undefined;
}

function inAnswer({ message }: Issue): string {
  return `in the answer ${message}`;
}

function statusFailure({ status, headers }: Answer, now: number): Failure {
  const code = codeOf(status);
  return {
    code,
    message: `HTTP ${status}`,
    transient: code === "server" || code === "rate_limit",
    unsent: status >= 400 && code !== "server",
    retryAfterMs: parseRetryAfter(headers().get("retry-after"), now),
  };
}

function codeOf(status: number): HttpErrorCode {
  if (status === 401 || status === 403) return "authentication";
  if (status === 429) return "rate_limit";
  return status >= 500 || status === 408 ? "server" : "rejected";
}
