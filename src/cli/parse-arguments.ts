import { parseArgs } from "node:util";
import type { CommandSpec, Invocation, OptionSpec } from "./command.ts";
import { UsageError } from "./usage-error.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** What the arguments ask for: a command, or help, or the version. */
export type Request =
  | { readonly kind: "run"; readonly invocation: Invocation }
  | { readonly kind: "help"; readonly command?: CommandSpec }
  | { readonly kind: "version" };

/** Reads the arguments of a command line. An option wins over its environment variable. Throws `UsageError`. */
export function parseArguments(
  argv: readonly string[],
  environment: Environment,
  commands: readonly CommandSpec[],
): Request {
  const [first = "--help", ...rest] = argv;
  if (first === "--version" || first === "-v") return { kind: "version" };
  const command = commands.find(({ name }) => name === first);
  if (!command && ["--help", "-h", "help"].includes(first)) return helpFor(rest[0], commands);
  if (!command) throw new UsageError(`there is no command "${first}". Try: userpush --help`);
  const { values, positionals } = parseOptions(rest, command);
  if (values["help"]) return { kind: "help", command };
  checkCount(positionals, command);
  const options = Object.entries(command.options).map(([name, spec]) => [
    name,
    readOption(name, spec, values[name], environment),
  ]);
  return { kind: "run", invocation: { command, values: positionals, options: Object.fromEntries(options) } };
}

function helpFor(name: string | undefined, commands: readonly CommandSpec[]): Request {
  const command = commands.find((one) => one.name === name);
  return command ? { kind: "help", command } : { kind: "help" };
}

interface Parsed {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
}

function parseOptions(args: readonly string[], command: CommandSpec): Parsed {
  const declared = Object.entries(command.options).map(([name, { type }]) => [
    name,
    { type: type === "flag" ? "boolean" : "string" } as const,
  ]);
  const options = { ...Object.fromEntries(declared), help: { type: "boolean", short: "h" } as const };
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    // Node's message goes on with advice about its own API after the first sentence.
    const [reason] = (error as Error).message.split(/\.\s/, 1);
    throw new UsageError(`${reason}. Try: userpush ${command.name} --help`);
  }
}

function checkCount(
  { length }: readonly string[],
  { name, usage, arguments: { min, max } }: CommandSpec,
): void {
  if (length >= min && length <= max) return;
  const problem = length < min ? "an argument is missing" : "there are too many arguments";
  throw new UsageError(`${problem}. Usage: userpush ${name} ${usage}`);
}

function readOption(
  name: string,
  spec: OptionSpec,
  given: unknown,
  environment: Environment,
): string | number | boolean | undefined {
  if (spec.type === "flag") return given === true;
  const inherited = spec.environment ? environment[spec.environment] || undefined : undefined;
  const text = (given as string | undefined) ?? inherited ?? spec.default;
  if (text === undefined) return undefined;
  const source = given === undefined && inherited !== undefined ? `${spec.environment}` : `--${name}`;
  if (spec.choices && !spec.choices.includes(text)) {
    throw new UsageError(`${source} must be one of ${spec.choices.join(", ")}, and "${text}" came`);
  }
  return spec.type === "integer" ? readInteger(source, text, spec) : text;
}

function readInteger(
  source: string,
  text: string,
  { min = 0, max = Number.MAX_SAFE_INTEGER }: OptionSpec,
): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= min && number <= max) return number;
  throw new UsageError(`${source} must be a whole number from ${min} to ${max}, and "${text}" came`);
}
