import type { CommandSpec } from "../command.ts";
import { API_OPTION, CONFIG_OPTION, CONNECTION_OPTIONS } from "./api-options.ts";
import { INPUT_OPTIONS, MAPPING_OPTIONS } from "./input-options.ts";
import { JSON_OPTION, PUSH_OPTIONS, QUIET_OPTION } from "./output-options.ts";
import { SAFETY_OPTIONS } from "./safety-options.ts";

/** What push and plan share: a plan with the options of a push says what that push would do. */
export const RUN_OPTIONS = {
  ...API_OPTION,
  ...CONNECTION_OPTIONS,
  ...INPUT_OPTIONS,
  ...MAPPING_OPTIONS,
  ...SAFETY_OPTIONS,
  ...JSON_OPTION,
  ...QUIET_OPTION,
  ...CONFIG_OPTION,
} as const;

export const PUSH = {
  name: "push",
  summary: "Push every person of a roster who is new or changed, one request each",
  usage: "FILE… --api API",
  arguments: { min: 1, max: Number.POSITIVE_INFINITY },
  options: { ...RUN_OPTIONS, ...PUSH_OPTIONS },
  notes: [
    "A header holds names of fields, their other names or the vendor's labels, whatever their case and separators; `userpush fields API` lists them. FILE may be - for standard input.",
    "The API token comes from OPSCOM_API_TOKEN or ACTIVEPLATFORM_API_TOKEN, from --token-file or from --token-stdin, and is never an argument. CCS documents no token: CCS_HEADERS or --headers-file hold the headers that yours asks for.",
  ],
  examples: [
    ["userpush plan roster.csv --api opscom", "says what a push would do, and sends nothing"],
    ["userpush push roster.csv --api opscom --first-run", "pushes everybody, the first time"],
    ["userpush push roster.csv --api opscom --rejects rejects.csv", "every night: who is new or changed"],
    ["userpush push rejects.csv --api opscom", "pushes the rejects, once they are corrected"],
  ],
  exitCodes: [0, 1, 2, 3, 4, 5, 6, 8, 70, 129, 130, 143],
} as const satisfies CommandSpec;
