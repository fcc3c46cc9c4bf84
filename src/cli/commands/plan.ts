import type { CommandSpec } from "../command.ts";
import { PUSH_OPTIONS } from "./output-options.ts";
import { RUN_OPTIONS } from "./push.ts";

/** What only concerns sending. */
const IGNORED = Object.keys(PUSH_OPTIONS);

export const PLAN = {
  name: "plan",
  summary: "Say what a push would do, and send nothing",
  usage: "FILE… --api API",
  arguments: { min: 1, max: Number.POSITIVE_INFINITY },
  options: { ...RUN_OPTIONS, ...PUSH_OPTIONS },
  ignores: IGNORED,
  notes: [
    `It takes the options of push. ${IGNORED.map((name) => `--${name}`).join(", ")} are taken and ignored, so that one command line serves both.`,
    "It sends nobody, and changes no state. Standard input is kept beside the state until it is done; where that folder is missing, it is made and stays. It asks the API for the user types only where the mapping uses their names.",
  ],
  examples: [
    ["userpush plan roster.csv --api opscom", "who is new, changed, unchanged, missing or rejected"],
    ["userpush plan export.csv --api opscom --preset banner --json", "the same of a Banner export, as JSON"],
  ],
  exitCodes: [0, 1, 2, 3, 4, 5, 70, 129, 130, 143],
} as const satisfies CommandSpec;
