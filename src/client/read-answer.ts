import { createCheck } from "../contract/check.ts";
import type { FaultFacts } from "../contract/fault.ts";
import type { CallFacts } from "../contract/operation.ts";
import type { Codec } from "../wire/codec.ts";
import {
  ConfigurationError,
  HttpError,
  type HttpErrorCode,
  ParseError,
  type UserpushError,
} from "./errors.ts";
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
  readonly ok: true;
  readonly data: Data;
  readonly status: number;
}

/**
 * Understands an answer: a fault in the body decides, whatever the status; then the status; then the shape. Throws an error of
 * its kind for all but success.
 */
export type Reader<Data> = (answer: Answer, redact: Redact) => Promise<Success<Data>>;

/** Makes the reader of one operation. The clock tells how far the dates of `Retry-After` are. */
export function createReader<Data>(
  facts: CallFacts,
  codec: Pick<Codec, "decode">,
  clock: Pick<Clock, "now">,
): Reader<Data> {
  // What came may echo a secret, and stands in the excerpt, where it is replaced.
  const check = createCheck({ ...facts.answer, sensitive: true });
  return async function read({ status, text, headers }, redact) {
    const value = await codec.decode(text, facts);
    const code = codeOf(status);
    const fault = facts.faults && findFault(value, code, facts.faults, redact);
    if (fault) throw Object.assign(fault, { status });
    const known = () => ({ status, excerpt: excerptOf(text, redact) });
    if (code) {
      const retryAfterMs = parseRetryAfter(headers().get("retry-after"), clock.now());
      throw new HttpError({ code, message: `HTTP ${status}`, ...known(), retryAfterMs });
    }
    const wrong = value === undefined ? "it cannot be read" : check(value)[0]?.message;
    if (wrong)
      throw new ParseError({
        message: `the answer is not as documented: ${wrong} (HTTP ${status})`,
        ...known(),
      });
    return { ok: true, data: value as Data, status };
  };
}

/** A fault is the API's own word on what it did; asking again gets the same word. */
function findFault(
  value: unknown,
  status: HttpErrorCode | undefined,
  { code, message, table }: FaultFacts,
  redact: Redact,
): UserpushError | undefined {
  const body = Object(value) as Readonly<Record<string, unknown>>;
  // Without codes the words alone say nothing of whose fault it is: only the status of a refusal does.
  if ((body[code ?? message] ?? undefined) === undefined || !(code || status === "rejected"))
    return undefined;
  const said = excerptOf(wordsOf(body[message] ?? ""), redact) ?? "no reason given";
  return nameFault(code ? Number(wordsOf(body[code])) : Number.NaN, said, table);
}

/** An API may nest its words, as deep as it likes. */
function wordsOf(said: unknown): string {
  if (typeof said === "string") return said;
  try {
    return JSON.stringify(said);
  } catch {
    return "";
  }
}

/** The meaning of a code by the document, and the API's own words where they say more. */
function nameFault(code: number, said: string, table: FaultFacts["table"]): UserpushError {
  const entry = table?.[code];
  const { class: kind = "rejected", ...named } = entry ?? { meaning: said };
  const isNumbered = Number.isInteger(code);
  const more = entry && !entry.field ? ` The API says: ${said}` : "";
  const message = `${isNumbered ? `fault ${code}, ` : ""}${named.meaning}${more}`;
  const fault = isNumbered ? { code, ...named } : named;
  if (kind === "configuration") return new ConfigurationError({ message, fault });
  return new HttpError({ code: kind, message, fault });
}

function codeOf(status: number): HttpErrorCode | undefined {
  if (status < 400) return undefined;
  if (status === 401 || status === 403) return "authentication";
  if (status === 429) return "rate_limit";
  return status >= 500 || status === 408 ? "server" : "rejected";
}
