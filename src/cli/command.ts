/** One option of a command; its help, its parsing and its checks all come from here. */
export interface OptionSpec {
  readonly type: "text" | "integer" | "flag";
  /** What stands for the value in the help. */
  readonly value?: string;
  readonly help: string;
  readonly default?: string;
  /** The environment variable that is read where the option is not given. */
  readonly environment?: string;
  readonly choices?: readonly string[];
  readonly min?: number;
  readonly max?: number;
}

export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** The arguments, as the help shows them. */
  readonly usage: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** How many arguments that are no options it takes. */
  readonly arguments: { readonly min: number; readonly max: number };
  readonly notes: readonly string[];
}

/** What a person asked for: every option of the command, given or by default. */
export interface Invocation {
  readonly command: CommandSpec;
  readonly values: readonly string[];
  readonly options: Readonly<Record<string, string | number | boolean | undefined>>;
}
