import type { CommandSpec } from "../command.ts";
import { JSON_OPTION } from "./output-options.ts";

export const FIELDS = {
  name: "fields",
  summary: "List the fields of an API, with their names and limits",
  usage: "API",
  arguments: { min: 1, max: 1 },
  takesApi: true,
  options: JSON_OPTION,
  notes: ["Each of the names, in any case, is understood in the header of a file."],
  examples: [["userpush fields opscom", "what a roster for OPS-COM can hold"]],
  exitCodes: [0, 2, 70],
} as const satisfies CommandSpec;

export const TEMPLATE = {
  name: "template",
  summary: "Write a CSV to fill in",
  usage: "API",
  arguments: { min: 1, max: 1 },
  takesApi: true,
  options: {
    example: { type: "flag", group: "output", scope: "run", help: "add a person who does not exist" },
  },
  notes: [
    "It has one column for each field that holds one value, the required ones first. The custom_attributes of activeplatform are left out: each attribute that your installation has needs a column of its own, as custom_attributes.age.",
  ],
  examples: [["userpush template opscom > roster.csv", "an empty roster for OPS-COM"]],
  exitCodes: [0, 2, 70],
} as const satisfies CommandSpec;
