import { describeColumns } from "../bulk/field-names.ts";
import type { CommandSpec, OptionSpec } from "./command.ts";
import { EXIT_CODES } from "./exit-codes.ts";

const INDENT = "  ";

/** The help of the whole program. */
export function renderHelp(commands: readonly CommandSpec[]): string {
  const names = commands.map(({ name, summary }) => [name, summary] as const);
  return [
    "userpush: gets people from your system of record into systems that take them one by one.",
    "",
    "Usage: userpush COMMAND [ARGUMENT…] [OPTION…]",
    "",
    ...table(names),
    "",
    "userpush COMMAND --help says more about a command, userpush --version which userpush this is.",
  ].join("\n");
}

/** The help of one command. */
export function renderCommandHelp({ name, summary, usage, options, notes }: CommandSpec): string {
  const rows = Object.entries(options).map(
    ([option, spec]) => [`--${option} ${spec.value ?? ""}`.trim(), describe(spec)] as const,
  );
  const codes = Object.entries(EXIT_CODES).map(([code, meaning]) => [code, meaning] as const);
  return [
    `${summary}.`,
    "",
    `Usage: userpush ${name} ${usage}`,
    "",
    ...table(rows),
    "",
    ...notes,
    ...(name === "push" ? [describeColumns()] : []),
    ...(name === "push" ? ["", "Exit codes:", ...table(codes)] : []),
  ].join("\n");
}

function describe({ help, default: fallback, environment }: OptionSpec): string {
  const notes = [
    fallback === undefined ? [] : [`default ${fallback}`],
    environment ? [`or ${environment}`] : [],
  ].flat();
  return notes.length > 0 ? `${help} (${notes.join(", ")})` : help;
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `${INDENT}${left.padEnd(width)}${INDENT}${right}`);
}
