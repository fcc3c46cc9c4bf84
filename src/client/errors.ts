import type { Issue } from "../contract/issue.ts";

/** Marks our errors across two copies of the package, where `instanceof` fails. */
export const BRAND: unique symbol = Symbol.for("userpush.error") as never;

/** What every error of a call says. None holds a request body, a token, or the value of a sensitive field. */
export interface ErrorFacts {
  readonly message: string;
  /** HTTP status of the answer, where there was one. */
  readonly status?: number | undefined;
  /** Requests that were sent, or tried; 0 where none was. */
  readonly attempts?: number;
  /** Whether the same call can be made again, and can succeed then. Never true of one that is `uncertain`. */
  readonly retryable?: boolean;
  /** How long the API asked to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** Whether a person may have been created although the call failed. Never true of a call that is safe to repeat. */
  readonly uncertain?: boolean;
  /** The beginning of an answer that could not be used: at most 200 characters, secrets replaced. */
  readonly excerpt?: string | undefined;
  readonly cause?: unknown;
}

export abstract class CallError<More = unknown> extends Error implements ErrorFacts {
  abstract readonly code: string;
  declare readonly status: number | undefined;
  readonly attempts: number = 0;
  readonly retryable: boolean = false;
  declare readonly retryAfterMs: number | undefined;
  readonly uncertain: boolean = false;
  declare readonly excerpt: string | undefined;

  /** Whatever a kind of error is told beside the facts of all of them becomes a member, too. */
  constructor(facts: ErrorFacts & More) {
    super(facts.message, facts);
    Object.assign(this, facts);
  }

  /** @internal */
  get [BRAND](): true {
    return true;
  }
}

/** A setting is missing or impossible, or the API says so (fault class `configuration`). */
export class ConfigurationError extends CallError<{ readonly fault?: Fault; readonly setting?: string }> {
  override readonly name = "ConfigurationError";
  readonly code = "configuration";
  /** Code and meaning of the fault, where the API said it. */
  declare readonly fault: Fault | undefined;
  /** The setting that is at fault, where the client says it: `tenant`, `apiToken`, `baseUrl` and so on. */
  declare readonly setting: string | undefined;
}

/** The record does not keep the contract; nothing was sent. */
export class ValidationError extends CallError<{ readonly issues: readonly Issue[] }> {
  override readonly name = "ValidationError";
  readonly code = "validation";
  /** What is wrong with it, field by field, in the order of the document. */
  declare readonly issues: readonly Issue[];
}

/** What an API said in its error body. */
export interface Fault {
  /** The vendor's code, where it has codes. */
  readonly code?: number;
  /** The meaning of the code by the document; the API's own words where it has no code, or one that is unknown or of another call. */
  readonly meaning: string;
  /** The field that the fault is about, where the document names one. */
  readonly field?: string;
}

/** What kind of no it was: the token (`authentication`), too many requests (`rate_limit`), this person (`rejected`), or the API itself (`server`). */
export type HttpErrorCode = "authentication" | "rate_limit" | "rejected" | "server";

/** The API answered, and said no. */
export class HttpError extends CallError<{ readonly code: HttpErrorCode; readonly fault?: Fault }> {
  override readonly name = "HttpError";
  /** By the fault, where the API said one, and else by the status. */
  declare readonly code: HttpErrorCode;
  /** What the API said in its error body, where it had one. */
  declare readonly fault: Fault | undefined;
}

/** The connection could not be made, or was lost. */
export class NetworkError extends CallError {
  override readonly name = "NetworkError";
  readonly code = "network";
}

/** An attempt took longer than `timeoutMs` (`timeout`), or all of them longer than `deadlineMs` (`deadline`). */
export class TimeoutError extends CallError<{ readonly code: "timeout" | "deadline" }> {
  override readonly name = "TimeoutError";
  /** `timeout` of one attempt, or `deadline` of all together. */
  declare readonly code: "timeout" | "deadline";
}

/** The caller's signal was aborted; its reason is the `cause`. */
export class AbortedError extends CallError {
  override readonly name = "AbortedError";
  readonly code = "aborted";
}

/** The answer was a redirect, which is never followed: the request holds a token. */
export class RedirectError extends CallError {
  override readonly name = "RedirectError";
  readonly code = "redirect";
}

/** The answer is not one that the document describes: no JSON, a page of a proxy, a wrong shape, too much of it. */
export class ParseError extends CallError {
  override readonly name = "ParseError";
  readonly code = "parse";
}

/** Everything that a call can fail with; narrowed by `code`. */
export type UserpushError =
  | ConfigurationError
  | ValidationError
  | HttpError
  | NetworkError
  | TimeoutError
  | AbortedError
  | RedirectError
  | ParseError;

/** Whether a value is an error of this package, of whichever copy of it. */
export function isUserpushError(value: unknown): value is UserpushError {
  return (value as { readonly [BRAND]?: true } | null | undefined)?.[BRAND] === true;
}
