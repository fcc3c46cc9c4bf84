import type { CommandSpec } from "../command.ts";
import { CONFIG_OPTION, CONNECTION_OPTIONS } from "./api-options.ts";

const { wire: _, ...CONNECTION } = CONNECTION_OPTIONS;

export const VERIFY = {
  name: "verify",
  summary: "Hold a live API to its document, call by call",
  usage: "API --base-url URL",
  arguments: { min: 1, max: 1 },
  takesApi: true,
  options: {
    ...CONNECTION,
    write: {
      type: "flag",
      group: "safety",
      scope: "run",
      help: "write test people too; without it nobody is written",
    },
    "key-prefix": {
      type: "text",
      group: "safety",
      scope: "run",
      value: "TEXT",
      default: "userpush-test-",
      help: "what the keys of test people begin with",
    },
    "max-ms": {
      type: "integer",
      group: "output",
      scope: "run",
      value: "N",
      min: 1,
      max: 600_000,
      help: "report answers that take longer, in milliseconds",
    },
    junit: {
      type: "file",
      group: "output",
      scope: "run",
      value: "FILE",
      help: "write the result as JUnit XML too",
    },
    ...CONFIG_OPTION,
  },
  notes: [
    "It needs the engine of the mock: npm install --save-dev --save-exact @stoplight/prism-http@5.12.0",
    "ccs documents neither a token nor a call without effect, so nothing is asked there without --write.",
    "Nobody is ever deleted at these APIs: test people stay.",
  ],
  examples: [
    [
      "userpush verify opscom --base-url https://controller.operationscommander.io --tenant OC_TOMA",
      "how the real one differs",
    ],
    [
      "userpush verify opscom --base-url http://127.0.0.1:4010 --tenant OC_TOMA --write",
      "the same at a mock, with test people",
    ],
  ],
  exitCodes: [0, 2, 5, 7, 70, 129, 130, 143],
} as const satisfies CommandSpec;
