import { API_NAMES } from "../api-name.ts";
import type { OptionSpec } from "../command.ts";

/** Which of the three APIs. */
export const API_OPTION = {
  api: {
    type: "text",
    group: "api",
    value: "API",
    choices: API_NAMES,
    required: true,
    help: "where to push to: opscom, activeplatform or ccs",
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** How one API is reached, and by whose leave. */
export const CONNECTION_OPTIONS = {
  tenant: {
    type: "text",
    group: "api",
    scope: "api",
    apis: ["opscom"],
    value: "CODE",
    help: "opscom: client code that OPS-COM gave you, as in OC_TOMA",
  },
  "base-url": {
    type: "text",
    group: "api",
    scope: "api",
    value: "URL",
    help: "address of the API; opscom has one of its own, and others must be told",
  },
  "allow-insecure-http": {
    type: "flag",
    group: "api",
    scope: "api",
    help: "allow plain http to another host; the token is readable to everyone on the way",
  },
  "token-file": {
    type: "file",
    group: "api",
    scope: "api",
    apis: ["opscom", "activeplatform"],
    value: "FILE",
    help: "a file that holds the API token, for its owner's eyes only",
  },
  "token-stdin": {
    type: "flag",
    group: "api",
    scope: "run",
    apis: ["opscom", "activeplatform"],
    help: "read the API token from standard input",
  },
  "headers-file": {
    type: "file",
    group: "api",
    scope: "api",
    apis: ["ccs"],
    value: "FILE",
    help: "ccs: a file of the headers that yours asks for, one `Name: value` a line",
  },
  wire: {
    type: "text",
    group: "api",
    scope: "api",
    apis: ["activeplatform", "ccs"],
    value: "FORMAT",
    choices: ["json", "form", "xml"],
    help: "how requests are written: json, form, or at ccs xml (default: json)",
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** Where else settings come from. */
export const CONFIG_OPTION = {
  config: {
    type: "file",
    group: "output",
    scope: "run",
    value: "FILE",
    help: "a file of settings (default: userpush.yaml, where there is one)",
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;
