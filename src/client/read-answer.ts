import type { Check } from "../contract/check.ts";
import type { FaultClass, FaultFacts } from "../contract/fault.ts";
import type { Fault, HttpErrorCode } from "./errors.ts";
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

/** What is needed to understand an answer. */
export interface Reader {
  /** Turns the text into a value; `undefined` where it is not in the format of the client. */
  readonly decode: (text: string) => unknown;
  readonly check: Check;
  readonly faults: FaultFacts | undefined;
  readonly redact: Redact;
  /** The clock tells how far the dates of `Retry-After` are. */
  readonly settings: { readonly clock: Clock };
}

export type Reading = { readonly data: unknown; readonly status: number } | { readonly failure: Failure };

/** Understands an answer: a fault in the body decides, whatever the status; then the status; then the shape. */
export async function readAnswer(answer: Answer, reader: Reader): Promise<Reading> {
  const { status } = answer;
  const value = await reader.decode(answer.text);
  const fault = findFault(value, status, reader);
  if (fault) return { failure: faultFailure(fault, answer) };
  if (status < 200 || status > 299) return { failure: statusFailure(answer, reader) };
  if (value === undefined) return { failure: unreadable("the answer cannot be read", answer, reader) };
  const [issue] = reader.check(value);
  return issue
    ? { failure: unreadable(`in the answer ${reader.redact(issue.message)}`, answer, reader) }
    : { data: value, status };
}

type Body = Readonly<Record<string, unknown>>;

interface FoundFault extends Fault {
  readonly class: FaultClass;
  /** The API's own words, where they say more than the meaning does. */
  readonly said?: string;
}

function findFault(value: unknown, status: number, { faults, redact }: Reader): FoundFault | undefined {
  if (!faults || typeof value !== "object" || value === null) return undefined;
  const body = value as Body;
  if (faults.code) return codedFault(body, body[faults.code], faults, redact);
  // Without codes the words alone say nothing of whose fault it is: only the status of a refusal does.
  if (!(faults.message in body) || status < 400 || codeOf(status) !== "rejected") return undefined;
  return { class: "rejected", meaning: said(body, faults, redact) };
}

function codedFault(body: Body, given: unknown, faults: FaultFacts, redact: Redact): FoundFault | undefined {
  if (given === undefined || given === null) return undefined;
  const code = Number(given);
  const entry = faults.table?.[code];
  const own = said(body, faults, redact);
  if (entry) return { code, ...entry, ...(entry.field ? {} : { said: own }) };
  return { class: "rejected", ...(Number.isInteger(code) ? { code } : {}), meaning: own };
}

/** The API's own words, as many as a message has room for. */
function said(body: Body, { message }: FaultFacts, redact: Redact): string {
  return excerptOf(String(body[message] ?? "no reason given"), redact);
}

/** A fault is the API's own word that it did nothing; asking again gets the same word. */
function faultFailure({ class: kind, said: own, ...fault }: FoundFault, { status }: Answer): Failure {
  const name = fault.code === undefined ? "" : `fault ${fault.code}, `;
  const code = kind === "configuration" || kind === "authentication" ? kind : "rejected";
  const message = `${name}${fault.meaning}${own ? ` The API says: ${own}` : ""}`;
  return { code, message, unsent: true, status, fault };
}

function statusFailure({ status, text, headers }: Answer, { redact, settings }: Reader): Failure {
  const code = codeOf(status);
  return {
    code,
    message: `HTTP ${status}`,
    transient: code === "server" || code === "rate_limit",
    unsent: status >= 400 && code !== "server",
    status,
    retryAfterMs: parseRetryAfter(headers().get("retry-after"), settings.clock.now()),
    excerpt: excerptOf(text, redact),
  };
}

function codeOf(status: number): HttpErrorCode {
  if (status === 401 || status === 403) return "authentication";
  if (status === 429) return "rate_limit";
  return status >= 500 || status === 408 ? "server" : "rejected";
}

function unreadable(problem: string, { status, text }: Answer, { redact }: Reader): Failure {
  return { code: "parse", message: `${problem} (HTTP ${status})`, status, excerpt: excerptOf(text, redact) };
}
