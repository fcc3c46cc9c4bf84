import type { CommandSpec } from "../command.ts";
import { CONFIG_OPTION, CONNECTION_OPTIONS } from "./api-options.ts";
import { JSON_OPTION } from "./output-options.ts";

const { wire: _, ...CONNECTION } = CONNECTION_OPTIONS;

export const DOCTOR = {
  name: "doctor",
  summary: "Check the way to an API, from the name of its host to the token",
  usage: "API",
  arguments: { min: 1, max: 1 },
  takesApi: true,
  options: { ...CONNECTION, ...JSON_OPTION, ...CONFIG_OPTION },
  notes: [
    "It changes nothing: at opscom it lists the user types. activeplatform and ccs only create people, so their token cannot be checked without writing, and everything else is.",
  ],
  examples: [["userpush doctor opscom --tenant OC_TOMA", "whether a push could work, and if not, why"]],
  exitCodes: [0, 2, 4, 5, 70, 129, 130, 143],
} as const satisfies CommandSpec;
