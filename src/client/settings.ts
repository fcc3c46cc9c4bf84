import { checkBaseUrl } from "./base-url.ts";
import { createCompletion, type SettingRules } from "./complete-settings.ts";
import { ConfigurationError } from "./errors.ts";
import { fetchTransport } from "./fetch-transport.ts";
import type { Hooks, Logger } from "./observe.ts";
import type { Transport } from "./transport.ts";

/** The clock of a client: tests turn it by hand. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls back once after a delay; what it returns stops that. */
  readonly startTimer: (callback: () => void, delayMs: number) => () => void;
}

/**
 * Which findings stop a record: all, none, or all but those about some fields, which are logged as warnings. A field is
 * named as in an issue: `street2`, `custom_attributes[0].value`.
 */
export type Validate = boolean | { readonly warn: readonly string[] };

/** Settings of one call; each wins over the setting of the client. */
export interface CallOptions {
  /** Ends the call, whatever it is doing, with an `AbortedError` whose cause is the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that one attempt may take, its body included. Default 30,000; Node's own `fetch` ends at 300,000. */
  readonly timeoutMs?: number | undefined;
  /** Milliseconds that all attempts and the waiting between them may take. Default 120,000. */
  readonly deadlineMs?: number | undefined;
  /** Attempts after the first; 0 to 100. Default 3. */
  readonly maxRetries?: number | undefined;
}

/** Settings that the clients of all three APIs share. */
export interface ClientOptions extends Omit<CallOptions, "signal"> {
  /**
   * Where the API is: an origin, with a path before the API's own if need be. Default: the server that the API's
   * document names; where it names none, the setting is required. https, unless the host is this machine.
   */
  readonly baseUrl?: string | undefined;
  /** Allows plain http to another host than this one. The token is readable to everyone on the way. Default false. */
  readonly allowInsecureHttp?: boolean | undefined;
  /** How requests are sent. Default: `globalThis.fetch`, looked up at each call. */
  readonly transport?: Transport | undefined;
  /** Gets one line for each attempt; console and pino fit. Default: nothing is logged. */
  readonly logger?: Logger | undefined;
  /** Functions that are told of each attempt. Default: none. */
  readonly hooks?: Hooks | undefined;
  /** Whether records are checked before they are sent. Default true. */
  readonly validate?: Validate | undefined;
  /** Default: the platform's own. */
  readonly clock?: Clock | undefined;
  /** Where the jitter of the backoff comes from: a number from 0 up to 1. Default `Math.random`. */
  readonly random?: (() => number) | undefined;
}

/** Settings of a client, or of one of its calls: checked, and complete. */
export interface ClientSettings {
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly maxRetries: number;
  readonly baseUrl: string;
  readonly allowInsecureHttp: boolean;
  readonly transport: Transport;
  readonly logger: Partial<Logger>;
  readonly hooks: Hooks;
  readonly validate: Validate;
  readonly clock: Clock;
  readonly random: () => number;
  /** Those of its API: token, path parameters. */
  readonly [own: string]: unknown;
}

/** The longest that timers of all platforms can hold. */
const DURATION = { type: "integer", minimum: 1, maximum: 2 ** 31 - 1 } as const;

const NUMBERS = {
  timeoutMs: DURATION,
  deadlineMs: DURATION,
  maxRetries: { type: "integer", minimum: 0, maximum: 100 },
} as const;

// A function can have the methods of a logger, as can a class.
const METHODS = { type: ["object", "function"] } as const;

const RULES = {
  ...NUMBERS,
  validate: { type: ["boolean", "object"] },
  logger: METHODS,
  hooks: METHODS,
} as const;

// Made once: a run passes a signal with each person.
const completeCall = /* @__PURE__ */ createCompletion({ signal: { type: "object" }, ...NUMBERS });

// The globals are looked up at each call, so that fake timers work whatever the order of imports.
export const PLATFORM_CLOCK: Clock = {
  now: () => Date.now(),
  startTimer(callback, delayMs) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

const DEFAULTS = {
  timeoutMs: 30_000,
  deadlineMs: 120_000,
  maxRetries: 3,
  allowInsecureHttp: false,
  transport: /* @__PURE__ */ fetchTransport(),
  logger: {},
  hooks: {},
  validate: true,
  clock: PLATFORM_CLOCK,
  random: () => Math.random(),
};

/** What has no rule has the type of its default: a text `"false"` from the environment would mean true. */
function ofDefaults(): SettingRules {
  return Object.fromEntries(Object.entries(DEFAULTS).map(([name, value]) => [name, { type: typeof value }]));
}

/**
 * Settings of a client, checked and complete. Those of its API are `own`, which are required, and `others`. Throws
 * `ConfigurationError`.
 */
export function resolveClientSettings(
  options: ClientOptions,
  own: SettingRules,
  others: SettingRules,
  baseUrl: string | undefined,
): ClientSettings {
  const complete = createCompletion({ ...own, ...others, ...ofDefaults(), ...RULES }, Object.keys(own));
  const settings = complete(options, { baseUrl, ...DEFAULTS }) as ClientSettings;
  return { ...settings, baseUrl: checkBaseUrl(settings.baseUrl, settings.allowInsecureHttp) };
}

/** Settings of a call: its own, and the client's where it has none. Throws `ConfigurationError`. */
export function resolveCallSettings(
  options: CallOptions | undefined,
  client: ClientSettings,
): ClientSettings {
  if (!options) return client;
  const settings = { ...client, ...completeCall(options, client) } as ClientSettings;
  // Of JavaScript: the controller is given instead of its signal, and would end nothing.
  if (settings.signal && !("aborted" in settings.signal))
    throw new ConfigurationError({ message: "signal must be an AbortSignal", setting: "signal" });
  return settings;
}
