import { createActiveplatformClient } from "../../src/apis/activeplatform.ts";
import { createCcsClient } from "../../src/apis/ccs.ts";
import { type ClientOptions, resolveClientSettings } from "../../src/client/settings.ts";
import { code, markdownTable } from "./markdown-table.ts";

/** What a page says of a setting; what it is where nobody sets it is asked of the program. */
interface Told {
  /** Absent where the program can say it: a number, or true or false. */
  readonly unset?: string;
  readonly takes: string;
  readonly help: string;
  /** Whether a call can have one of its own. */
  readonly ofACall?: true;
}

/** The settings that the clients of all APIs share. A test holds names and bounds to the program. */
export const SETTINGS: Readonly<Record<keyof ClientOptions, Told>> = {
  baseUrl: {
    unset: "the vendor's",
    takes: "an `https` address, or `http` on this machine, with a path where there is one",
    help: "Where the API is",
  },
  timeoutMs: {
    takes: "1 to 2,147,483,647",
    help: "Milliseconds that one attempt may take, its body included",
    ofACall: true,
  },
  deadlineMs: {
    takes: "1 to 2,147,483,647",
    help: "Milliseconds for all attempts and the waiting between them",
    ofACall: true,
  },
  maxRetries: { takes: "0 to 100", help: "Attempts after the first, where a repeat is safe", ofACall: true },
  validate: {
    takes: "`true`, `false`, `{ warn: [field, …] }`",
    help: "Whether a record is checked before it is sent",
  },
  logger: {
    unset: "nothing is logged",
    takes: "an object with `debug` and `warn`",
    help: "Gets one line of text for each thing that happens",
  },
  hooks: {
    unset: "none",
    takes: "`onRequest`, `onResponse`, `onRetry`",
    help: "Are told of each attempt, as objects",
  },
  transport: {
    unset: "`fetchTransport()`",
    takes: "a transport. The default asks `globalThis.fetch`, whatever it is at each call",
    help: "How requests are sent",
  },
  allowInsecureHttp: {
    unset: "`false`",
    takes: "`true` or `false`",
    help: "Allows `http` to another machine, where everybody on the way can read the token",
  },
  clock: { unset: "the platform's", takes: "`now` and `startTimer`", help: "For tests" },
  random: {
    unset: "`Math.random`",
    takes: "a function like it",
    help: "The jitter of the waiting, for tests",
  },
};

/** The formats that some client may speak. */
const FORMATS = ["json", "xml", "form"] as const;

export function listSettings(): string {
  const defaults: Readonly<Record<string, unknown>> = {
    ...resolveClientSettings({}, {}, { baseUrl: { type: "string" } }, "https://api.example"),
  };
  const rows = Object.entries(SETTINGS).map(([name, { unset, takes, help, ofACall }]) => [
    code(name),
    unset ?? show(defaults[name]),
    `${help}: ${takes}${ofACall ? ". Per call, too" : ""}`,
  ]);
  return markdownTable(["setting", "default", ""], rows);
}

/** Which formats a client takes, by asking it; the first that it names is its default. */
export function listFormats(): string {
  const common = { baseUrl: "https://api.example", apiToken: "token" };
  const makers = {
    "userpush/activeplatform": (format: string) =>
      createActiveplatformClient({ ...common, format: format as "json" }),
    "userpush/ccs": (format: string) =>
      createCcsClient({ baseUrl: common.baseUrl, format: format as "json" }),
  };
  const rows = Object.entries(makers).map(([name, make]) => {
    const taken = FORMATS.filter((format) => succeeds(() => make(format)));
    return [code(name), taken.map(code).join(", ")];
  });
  return markdownTable(["client", "`format`"], [["`userpush/opscom`", "JSON, and no such setting"], ...rows]);
}

function succeeds(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}

function show(value: unknown): string {
  return code(typeof value === "number" ? value.toLocaleString("en").replaceAll(",", "_") : String(value));
}
