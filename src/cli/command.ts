import type { Limit } from "../bulk/plan/limits.ts";
import type { ApiName } from "./api-name.ts";

/** The groups of options in a help text, in the order in which it shows them. */
export const OPTION_GROUPS = {
  input: "Reading",
  mapping: "Mapping and checking",
  api: "The API",
  safety: "Safety",
  sending: "Sending",
  output: "Output",
} as const;

/** One option of a command; its help, its parsing and its checks all come from here. */
export interface OptionSpec {
  /** `limit` is a number of people or a share, as in `20%` or `20%, at least 10`; `list` may be repeated, and may hold commas. */
  readonly type: "text" | "file" | "integer" | "number" | "limit" | "list" | "flag";
  readonly group: keyof typeof OPTION_GROUPS;
  /** What stands for the value in the help. */
  readonly value?: string;
  readonly help: string;
  readonly default?: string;
  readonly choices?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /**
   * `api`: a setting of one API, as `OPSCOM_TENANT` in the environment and `tenant` in the section `opscom` of a file.
   * `run`: a decision about one run, which is given on the command line alone.
   * Default: a setting of userpush, as `USERPUSH_STATE` in the environment and `state` in a file.
   */
  readonly scope?: "api" | "run";
  /** The APIs to which it says anything. Default: all. */
  readonly apis?: readonly ApiName[];
  readonly required?: true;
}

export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** The arguments, as the help shows them. */
  readonly usage: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Those of them that it only takes so that a command line of another command serves it too; a note of it says so. */
  readonly ignores?: readonly string[];
  /** How many arguments that are no options it takes. */
  readonly arguments: { readonly min: number; readonly max: number };
  /** Whether its first argument names the API. */
  readonly takesApi?: true;
  readonly notes: readonly string[];
  /** Command lines that a person would type, each with what it does. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  /** Whether a run can end in all the ways that the exit codes tell apart. */
  readonly exitCodes: readonly number[];
}

/** What a person typed: the options that were given, unchecked. */
export interface Invocation {
  readonly command: CommandSpec;
  readonly values: readonly string[];
  readonly flags: Flags;
}

export type Flags = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Name;

type Value<Spec> = Spec extends { type: "flag" }
  ? boolean
  : Spec extends { type: "list" }
    ? readonly string[]
    : Spec extends { type: "limit" }
      ? Limit
      : Spec extends { type: "integer" | "number" }
        ? number
        : Spec extends { choices: readonly (infer Choice)[] }
          ? Choice
          : string;

/** Specs of options that are always there. */
type Present = { type: "flag" | "list" } | { default: string } | { required: true };

/** The values of declared options: `max-new` of type `limit` becomes `maxNew: Limit`. */
export type OptionValues<Options> = {
  readonly [Name in keyof Options & string as Camel<Name>]: Options[Name] extends Present
    ? Value<Options[Name]>
    : Value<Options[Name]> | undefined;
};
