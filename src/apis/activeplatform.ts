/**
 * The client of the ActivePlatform vendor API.
 *
 * @module userpush/activeplatform
 */
import { chooseCodec } from "../client/choose-codec.ts";
import { createContext, throwing } from "../client/create-client.ts";
import { createOperation, type Result } from "../client/create-operation.ts";
import { didNothing } from "../client/did-nothing.ts";
import { createRawClient, type RawClient } from "../client/raw-client.ts";
import type { CallOptions, ClientOptions } from "../client/settings.ts";
import { createValidator, type Validator } from "../contract/standard-schema.ts";
import { createUser } from "../generated/activeplatform/calls.gen.ts";
import { CreateUserRequest } from "../generated/activeplatform/rules.gen.ts";
import type { components, paths } from "../generated/activeplatform/types.gen.ts";
import { formCodec } from "../wire/form-codec.ts";
import { jsonCodec } from "../wire/json-codec.ts";

const CODECS = [jsonCodec, formCodec] as const;

type Schemas = components["schemas"];

/** One person, as ActivePlatform takes it. */
export type NewUser = Schemas["CreateUserRequest"];

/** The user as ActivePlatform created it. */
export type User = Schemas["User"];

/** Settings of a client of ActivePlatform. */
export interface ActiveplatformOptions extends ClientOptions {
  /** The installation of your provider, as in `https://billing.example.com`. */
  readonly baseUrl: string;
  /** The API token of the manager in whose name users are created. It is kept in a closure, and in no message. */
  readonly apiToken: string;
  /** How bodies are written. Default `json`. */
  readonly format?: "json" | "form" | undefined;
}

/** The calls of ActivePlatform, which return every failure; narrowed by `ok`. */
export interface SafeActiveplatformClient {
  /** Creates one user. */
  readonly createUser: (user: NewUser, options?: CallOptions) => Promise<Result<User>>;
}

/** The calls of ActivePlatform. Each throws a `UserpushError`; those of `safe` return it. */
export interface ActiveplatformClient {
  /**
   * Creates one user. A second call creates again, so it is repeated only where it is certain that the first did
   * nothing. Throws a `UserpushError`, whose `uncertain` says whether the user may exist all the same.
   */
  readonly createUser: (user: NewUser, options?: CallOptions) => Promise<User>;
  /** The same calls, which return their failures. */
  readonly safe: SafeActiveplatformClient;
  /** The typed openapi-fetch client, without token, checks and repeats, but with the rules on redirects and time. */
  readonly raw: RawClient<paths>;
}

/** Checks a user before it is sent; the client does so by itself. */
export const newUserValidator: Validator<NewUser> = /* @__PURE__ */ createValidator(CreateUserRequest);

/** Makes a client for one installation. Throws `ConfigurationError` where a setting is missing or impossible. */
export function createActiveplatformClient(options: ActiveplatformOptions): ActiveplatformClient {
  const codec = chooseCodec(CODECS, options.format);
  const context = {
    ...createContext(createUser, codec, options, { format: { type: "string" } }),
    didNothing,
  };
  const safe: SafeActiveplatformClient = { createUser: createOperation<NewUser, User>(createUser, context) };
  return {
    createUser: throwing(safe.createUser),
    safe,
    raw: createRawClient<paths>(createUser, CODECS, context),
  };
}
