import { PRESET_NAMES } from "../../bulk/map/parse/preset-name.ts";
import { ENCODINGS, FORMATS } from "../../bulk/read/layout/layout.ts";
import type { OptionSpec } from "../command.ts";

/** How a roster is read. What is not given is found out from the file. */
export const INPUT_OPTIONS = {
  format: {
    type: "text",
    group: "input",
    value: "FORMAT",
    choices: [...FORMATS, "tsv"],
    help: "what the files are: csv, tsv, jsonl, json or xlsx; found out by itself where it is not given",
  },
  encoding: {
    type: "text",
    group: "input",
    value: "NAME",
    choices: ENCODINGS,
    help: "utf-8, utf-16le, utf-16be or windows-1252; found out by itself where it is not given",
  },
  delimiter: {
    type: "text",
    group: "input",
    value: "SIGN",
    choices: [",", ";", "|", "tab"],
    help: 'what stands between columns: "," ";" "|" or tab; found out by itself where it is not given',
  },
  source: {
    type: "text",
    group: "input",
    value: "NAME",
    help: "what brings these people; who came from it before and is not in the files is missing (default: the file names)",
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** How rows become records, and what is asked of them. */
export const MAPPING_OPTIONS = {
  map: {
    type: "file",
    group: "mapping",
    scope: "api",
    value: "FILE",
    help: "a mapping in YAML: renamed columns, constants, value tables, dates, rows to skip",
  },
  preset: {
    type: "text",
    group: "mapping",
    scope: "api",
    value: "NAME",
    choices: PRESET_NAMES,
    help: "a mapping that ships with userpush: banner or oneroster",
  },
  warn: {
    type: "list",
    group: "mapping",
    scope: "api",
    value: "FIELD",
    help: "a field whose limits only give a warning; may be repeated, or hold a list with commas",
  },
  require: {
    type: "list",
    group: "mapping",
    scope: "api",
    value: "FIELD",
    help: "a field that every person must have; may be repeated, or hold a list with commas",
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;
