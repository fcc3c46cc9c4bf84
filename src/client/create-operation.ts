import { type Check, createCheck } from "../contract/check.ts";
import type { OperationFacts } from "../contract/operation.ts";
import type { Codec } from "../wire/codec.ts";
import { deliver } from "./deliver.ts";
import { isUserpushError, type UserpushError, ValidationError } from "./errors.ts";
import { toError } from "./failure.ts";
import { createObserver } from "./observe.ts";
import { createRedaction } from "./redact.ts";
import { sensitiveValues } from "./sensitive-values.ts";
import { type CallOptions, type ClientSettings, resolveCallSettings } from "./settings.ts";

/** The outcome of a call that does not throw; narrowed by `ok`, and the error by its `code`. */
export type Result<Data> =
  | { readonly ok: true; readonly data: Data; readonly status: number }
  | { readonly ok: false; readonly error: UserpushError; readonly status: number | undefined };

/** What all operations of one client share. */
export interface ClientContext {
  readonly settings: ClientSettings;
  readonly codec: Codec;
  /** Where an operation is, without what follows in its query. */
  readonly urlOf: (facts: OperationFacts) => string;
  /** The token, where it travels there, behind a question mark. */
  readonly query: string;
  /** The same for every request; lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the client adds to every body: the token, where it travels there. */
  readonly secretMembers: Readonly<Record<string, string>>;
  /** Token and headers: what must be in no message. */
  readonly secrets: readonly string[];
}

/** A call that returns every failure and throws none. */
export type SafeOperation<Input, Data> = (input: Input, options?: CallOptions) => Promise<Result<Data>>;

/** Makes one call of a client from the facts of its operation. */
export function createOperation<Input extends object, Data>(
  facts: OperationFacts,
  context: ClientContext,
): SafeOperation<Input, Data> {
  const { codec, headers, query, secretMembers, secrets } = context;
  const { id, method, repeatSafe, faults } = facts;
  const url = context.urlOf(facts);
  const rule = facts.record;
  const checkRecord = createCheck(rule);
  const check = createCheck(facts.answer);
  const target = url + query;
  const observer = createObserver({ operation: id, method, url }, context.settings);
  const decode = (text: string) => codec.decode(text, facts);

  async function call(input: Input, options: CallOptions | undefined): Promise<Result<Data>> {
    const settings = resolveCallSettings(options, context.settings);
    refuseInvalid(checkRecord, input, id, settings);
    if (codec.load) await codec.load();
    const body = codec.encode({ ...secretMembers, ...input, ...secretMembers }, facts);
    const request = { url: target, method, headers, body };
    const redact = createRedaction(() => [...secrets, ...sensitiveValues(rule, input)]);
    const delivered = await deliver({
      request,
      settings,
      observer,
      repeatSafe,
      decode,
      check,
      faults,
      redact,
    });
    if ("data" in delivered) return { ok: true, data: delivered.data as Data, status: delivered.status };
    const { failure, attempts } = delivered;
    const error = toError(failure, id, attempts, facts.effect === "create");
    return { ok: false, error, status: failure.status };
  }

  return async function callSafely(input, options) {
    try {
      return await call(input, options);
    } catch (error) {
      if (isUserpushError(error)) return { ok: false, error, status: undefined };
      throw error;
    }
  };
}

/** Throws `ValidationError`, unless every issue is about a field that shall only be warned of. */
function refuseInvalid(
  check: Check,
  input: object,
  operation: string,
  { validate, logger }: ClientSettings,
): void {
  if (!validate) return;
  const tolerated = validate === true ? [] : validate.warn;
  const issues = check(input).filter(({ field, message }) => {
    if (!tolerated.includes(field)) return true;
    logger?.warn(`${operation}: ${message}`);
    return false;
  });
  if (issues.length === 0) return;
  const message = `${operation} was not sent: ${issues.map((issue) => issue.message).join("; ")}`;
  throw new ValidationError({ message, issues });
}
