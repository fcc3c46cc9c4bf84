/**
 * The client of the CCS commercial API.
 *
 * @module userpush/ccs
 */
import { chooseCodec } from "../client/choose-codec.ts";
import { createContext, throwing } from "../client/create-client.ts";
import { createOperation, type Result } from "../client/create-operation.ts";
import { didNothing } from "../client/did-nothing.ts";
import { takeHeaders } from "../client/own-headers.ts";
import { createRawClient, type RawClient } from "../client/raw-client.ts";
import type { CallOptions, ClientOptions } from "../client/settings.ts";
import { createValidator, type Validator } from "../contract/standard-schema.ts";
import { addUser } from "../generated/ccs/calls.gen.ts";
import { UserPost as UserPostRule } from "../generated/ccs/rules.gen.ts";
import type { components, paths } from "../generated/ccs/types.gen.ts";
import { formCodec } from "../wire/form-codec.ts";
import { jsonCodec } from "../wire/json-codec.ts";
import { xmlCodec } from "../wire/xml-codec.ts";

const CODECS = [jsonCodec, xmlCodec, formCodec] as const;
const OTHERS = { headers: { type: "object" }, format: { type: "string" } } as const;

type Schemas = components["schemas"];

/** One person, as CCS takes it. */
export type UserPost = Schemas["UserPost"];

/** What adding a user answers: the id that CCS gave to the person. */
export type UserPostResponse = Schemas["UserPostResponse"];

/** Settings of a client of CCS. */
export interface CcsOptions extends ClientOptions {
  /** Where your CCS is. */
  readonly baseUrl: string;
  /** Headers of every request. CCS documents no authentication: put here whatever yours asks for. They are secrets. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** How bodies are written, and answers asked for. Default `json`. */
  readonly format?: "json" | "xml" | "form" | undefined;
}

/** The calls of CCS, which return every failure; narrowed by `ok`. */
export interface SafeCcsClient {
  /** Adds one user. */
  readonly addUser: (user: UserPost, options?: CallOptions) => Promise<Result<UserPostResponse>>;
}

/** The calls of CCS. Each throws a `UserpushError`; those of `safe` return it. */
export interface CcsClient {
  /**
   * Adds one user. A second call adds again, so it is repeated only where it is certain that the first did nothing.
   * Throws a `UserpushError`, whose `uncertain` says whether the user may exist all the same.
   */
  readonly addUser: (user: UserPost, options?: CallOptions) => Promise<UserPostResponse>;
  /** The same calls, which return their failures. */
  readonly safe: SafeCcsClient;
  /** The typed openapi-fetch client, without headers, checks and repeats, but with the rules on redirects and time. */
  readonly raw: RawClient<paths>;
}

/** Checks a user before it is sent; the client does so by itself. */
export const userPostValidator: Validator<UserPost> = /* @__PURE__ */ createValidator(UserPostRule);

/** Makes a client for one CCS. Throws `ConfigurationError` where a setting is missing or impossible. */
export function createCcsClient(options: CcsOptions): CcsClient {
  const codec = chooseCodec(CODECS, options.format);
  const headers = takeHeaders(options.headers);
  const context = { ...createContext(addUser, codec, options, OTHERS, headers), didNothing };
  const safe: SafeCcsClient = { addUser: createOperation<UserPost, UserPostResponse>(addUser, context) };
  return {
    addUser: throwing(safe.addUser),
    safe,
    raw: createRawClient<paths>(addUser, CODECS, context),
  };
}
