import { parseArgs } from "node:util";
import { didYouMean } from "../bulk/nearest.ts";
import type { CommandSpec, Flags, Invocation, OptionSpec } from "./command.ts";
import { UsageError } from "./usage-error.ts";

/** What the arguments ask for: a command, or help, or the version. */
export type Request =
  | { readonly kind: "run"; readonly invocation: Invocation }
  | { readonly kind: "help"; readonly command?: CommandSpec }
  | { readonly kind: "version" };

/** Reads the arguments of a command line. What an option holds is checked when settings are resolved. Throws `UsageError`. */
export function parseArguments(argv: readonly string[], commands: readonly CommandSpec[]): Request {
  const [first = "--help", ...rest] = argv;
  if (first === "--version" || first === "-v") return { kind: "version" };
  const command = commands.find(({ name }) => name === first);
  if (!command && ["--help", "-h", "help"].includes(first)) return helpFor(rest[0], commands);
  if (!command) throw unknownCommand(first, commands);
  const { flags, values } = parseOptions(rest, command);
  if (flags["help"]) return { kind: "help", command };
  checkCount(values, command);
  return { kind: "run", invocation: { command, values, flags } };
}

function helpFor(name: string | undefined, commands: readonly CommandSpec[]): Request {
  const command = commands.find((one) => one.name === name);
  if (name !== undefined && !command) throw unknownCommand(name, commands);
  return command ? { kind: "help", command } : { kind: "help" };
}

function unknownCommand(name: string, commands: readonly CommandSpec[]): UsageError {
  const hint = didYouMean(
    name,
    commands.map((command) => command.name),
  );
  return new UsageError(`there is no command "${name}".${hint} Try: userpush --help`);
}

type NodeOptions = Readonly<
  Record<string, { type: "boolean" | "string"; multiple?: boolean; short?: string }>
>;

function parseOptions(
  args: readonly string[],
  command: CommandSpec,
): { readonly flags: Flags; readonly values: readonly string[] } {
  const declared = Object.entries(command.options).map(([name, spec]) => [name, toNodeOption(spec)]);
  const options = { ...Object.fromEntries(declared), help: { type: "boolean", short: "h" } as const };
  refuseUnknown(args, command);
  const { values, positionals, tokens } = readWithNode(args, options, command);
  refuseRepeated(tokens, command);
  return { flags: values as Flags, values: positionals };
}

function readWithNode(args: readonly string[], options: NodeOptions, command: CommandSpec) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, tokens: true });
  } catch (error) {
    // Node's message goes on with advice about its own API after the first sentence.
    const [reason = ""] = (error as Error).message.split(/\.\s/, 1);
    throw new UsageError(`${describeDash(reason, command) ?? reason}. Try: userpush ${command.name} --help`);
  }
}

/** A value that begins with a dash is "ambiguous" to Node, as it may be the next option. */
function describeDash(reason: string, { options }: CommandSpec): string | undefined {
  const name = /^Option '(?:-\w, )?--([\w-]+).* argument is ambiguous/.exec(reason)?.[1];
  if (name === undefined) return undefined;
  const wanted = options[name]?.type === "limit" ? "a number or a share, such as 50 or 10%" : "a value";
  return `--${name} takes ${wanted}, and what follows it begins with a dash`;
}

/** Node takes the last value without a word, and people would go to another API than somebody reads in the line. */
function refuseRepeated(tokens: ReturnType<typeof readWithNode>["tokens"], command: CommandSpec): void {
  const given = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const takesOne = !["flag", "list", undefined].includes(command.options[token.name]?.type);
    if (takesOne && given.has(token.name))
      throw new UsageError(
        `--${token.name} takes one value, and is given twice. Try: userpush ${command.name} --help`,
      );
    given.add(token.name);
  }
}

function toNodeOption({ type }: OptionSpec): { type: "boolean" | "string"; multiple: boolean } {
  return { type: type === "flag" ? "boolean" : "string", multiple: type === "list" };
}

/** Node says of an unknown option that it is unknown; the nearest known one is what helps. */
function refuseUnknown(args: readonly string[], command: CommandSpec): void {
  const known = [...Object.keys(command.options), "help"];
  const end = args.indexOf("--");
  const given = (end < 0 ? args : args.slice(0, end)).filter((one) => one.startsWith("--"));
  const unknown = given
    .map((one) => one.slice(2).split("=", 1)[0] as string)
    .find((one) => !known.includes(one));
  if (unknown === undefined) return;
  const hint = didYouMean(
    `--${unknown}`,
    known.map((name) => `--${name}`),
  );
  throw new UsageError(
    `userpush ${command.name} has no option "--${unknown}".${hint} Try: userpush ${command.name} --help`,
  );
}

function checkCount(
  { length }: readonly string[],
  { name, usage, arguments: { min, max } }: CommandSpec,
): void {
  if (length >= min && length <= max) return;
  const problem = length < min ? "an argument is missing" : "there are too many arguments";
  throw new UsageError(`${problem}. Usage: userpush ${`${name} ${usage}`.trim()}`);
}
