import type { CommandSpec } from "../command.ts";
import { CONFIG_OPTION } from "./api-options.ts";
import { JSON_OPTION } from "./output-options.ts";
import { STATE_OPTION } from "./safety-options.ts";

export const STATUS = {
  name: "status",
  summary: "Tell of earlier runs: when, what they did, how they ended",
  usage: "",
  arguments: { min: 0, max: 0 },
  options: { ...STATE_OPTION, ...JSON_OPTION, ...CONFIG_OPTION },
  notes: ["It reads the state, and changes nothing; a run may be going on."],
  examples: [["userpush status", "what the last nights did"]],
  exitCodes: [0, 2, 70],
} as const satisfies CommandSpec;
