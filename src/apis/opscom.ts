/**
 * The client of the OPS-COM Push API.
 *
 * @module userpush/opscom
 */
import { createContext, throwing } from "../client/create-client.ts";
import { createOperation, type Result } from "../client/create-operation.ts";
import { createRawClient, type RawClient } from "../client/raw-client.ts";
import type { CallOptions, ClientOptions } from "../client/settings.ts";
import { createValidator, type Validator } from "../contract/standard-schema.ts";
import { listUserTypes, pushProfile } from "../generated/opscom/calls.gen.ts";
import { PushProfileRequest } from "../generated/opscom/rules.gen.ts";
import type { components, paths } from "../generated/opscom/types.gen.ts";
import { jsonCodec } from "../wire/json-codec.ts";

type Schemas = components["schemas"];

/** One person, as OPS-COM takes it. */
export type Profile = Omit<Schemas["PushProfileRequest"], "apiToken">;

/** What a push answers: the id that OPS-COM gave to the person. */
export type PushProfileResult = Schemas["PushProfileResult"];

/** The user types of a client, with the ids that `user_type_id` takes. */
export type UserTypeList = Schemas["UserTypeList"];

/** Settings of a client of OPS-COM. */
export interface OpscomOptions extends ClientOptions {
  /** The client code that OPS-COM gave to the campus, as in `OC_TOMA`. */
  readonly tenant: string;
  /** The API token that OPS-COM supplied. It is kept in a closure, and in no message. */
  readonly apiToken: string;
}

/** The calls of OPS-COM, which return every failure; narrowed by `ok`. */
export interface SafeOpscomClient {
  /** Creates or updates one user. */
  readonly pushProfile: (profile: Profile, options?: CallOptions) => Promise<Result<PushProfileResult>>;
  /** Lists the user types. */
  readonly listUserTypes: (options?: CallOptions) => Promise<Result<UserTypeList>>;
}

/** The calls of OPS-COM. Each throws a `UserpushError`; those of `safe` return it. */
export interface OpscomClient {
  /**
   * Creates or updates one user. A second push changes nothing, so it is repeated until an answer comes that is not a
   * passing one. Throws a `UserpushError`.
   */
  readonly pushProfile: (profile: Profile, options?: CallOptions) => Promise<PushProfileResult>;
  /**
   * Lists the user types. It changes nothing, so it also tells whether token and tenant work.
   * Throws a `UserpushError`.
   */
  readonly listUserTypes: (options?: CallOptions) => Promise<UserTypeList>;
  /** The same calls, which return their failures. */
  readonly safe: SafeOpscomClient;
  /** The typed openapi-fetch client, without token, checks and repeats, but with the rules on redirects and time. */
  readonly raw: RawClient<paths>;
}

/** Checks a profile before it is sent; the client does so by itself. */
export const profileValidator: Validator<Profile> = /* @__PURE__ */ createValidator(PushProfileRequest);

/** Makes a client for one tenant of OPS-COM. Throws `ConfigurationError` where a setting is missing or impossible. */
export function createOpscomClient(options: OpscomOptions): OpscomClient {
  const context = createContext(pushProfile, jsonCodec, options);
  const list = createOperation<object, UserTypeList>(listUserTypes, context);
  const safe: SafeOpscomClient = {
    pushProfile: createOperation<Profile, PushProfileResult>(pushProfile, context),
    listUserTypes: (callOptions) => list({}, callOptions),
  };
  return {
    pushProfile: throwing(safe.pushProfile),
    listUserTypes: throwing(safe.listUserTypes),
    safe,
    raw: createRawClient<paths>(pushProfile, [jsonCodec], context),
  };
}
