import { describe, expect, test } from "vitest";
import type { CommandSpec } from "../../src/cli/command.ts";
import { COMMANDS } from "../../src/cli/commands.ts";
import { parseArguments } from "../../src/cli/parse-arguments.ts";
import { UsageError } from "../../src/cli/usage-error.ts";

/** A command with an option of each kind, whatever the real ones have. */
const PACK: CommandSpec = {
  name: "pack",
  summary: "Pack",
  usage: "FILE [FILE]",
  arguments: { min: 1, max: 2 },
  options: {
    name: { type: "text", help: "a name", environment: "PACK_NAME" },
    kind: { type: "text", help: "a kind", choices: ["zip", "tar"], default: "zip", environment: "PACK_KIND" },
    level: { type: "integer", help: "a level", min: 1, max: 9, default: "5", environment: "PACK_LEVEL" },
    dry: { type: "flag", help: "do nothing" },
  },
  notes: [],
};
const DEFAULTS = { name: undefined, kind: "zip", level: 5, dry: false };

const parse = (line: string, environment = {}) =>
  parseArguments(line.split(" ").filter(Boolean), environment, [PACK, ...COMMANDS]);

describe("the options of a command", () => {
  test.each<[string, { line?: string; environment?: object; want: object }]>([
    ["have their defaults", { want: {} }],
    ["are read after the arguments", { line: "--name n --level 7", want: { name: "n", level: 7 } }],
    ["may be written with =", { line: "--name=n --level=7", want: { name: "n", level: 7 } }],
    ["may be flags", { line: "--dry", want: { dry: true } }],
    ["may be empty", { line: "--name=", want: { name: "" } }],
    ["count where they stand last", { line: "--level 7 --level 8", want: { level: 8 } }],
    ["reach their bounds", { line: "--level 9", want: { level: 9 } }],
    [
      "come from the environment",
      { environment: { PACK_NAME: "e", PACK_LEVEL: "2" }, want: { name: "e", level: 2 } },
    ],
    ["win over the environment", { line: "--name n", environment: { PACK_NAME: "e" }, want: { name: "n" } }],
    [
      "win over a bad environment",
      { line: "--level 3", environment: { PACK_LEVEL: "x" }, want: { level: 3 } },
    ],
    ["ignore an empty environment", { environment: { PACK_NAME: "", PACK_KIND: "" }, want: {} }],
  ])("%s", (_, { line = "", environment, want }) => {
    const invocation = { command: PACK, values: ["a.csv"], options: { ...DEFAULTS, ...want } };
    expect(parse(`pack a.csv ${line}`, environment)).toEqual({ kind: "run", invocation });
  });

  test("may stand before the arguments, and end at --", () => {
    const invocation = { command: PACK, values: ["a.csv", "--dry"], options: { ...DEFAULTS, dry: true } };
    expect(parse("pack --dry a.csv -- --dry")).toEqual({ kind: "run", invocation });
  });
});

describe("help and version", () => {
  const [PUSH, MOCK] = COMMANDS;

  test.each<[string, object]>([
    ["", { kind: "help" }],
    ["--help", { kind: "help" }],
    ["-h", { kind: "help" }],
    ["help", { kind: "help" }],
    ["help push", { kind: "help", command: PUSH }],
    ["--help mock", { kind: "help", command: MOCK }],
    ["push --help", { kind: "help", command: PUSH }],
    ["push -h", { kind: "help", command: PUSH }],
    ["mock one two three four --help", { kind: "help", command: MOCK }],
    ["--version", { kind: "version" }],
    ["-v", { kind: "version" }],
  ])("are what `userpush %s` asks for", (line, want) => {
    expect(parse(line)).toEqual(want);
  });
});

describe("the command line is refused", () => {
  const noLevel = (source: string, text: string) =>
    `${source} must be a whole number from 1 to 9, and "${text}" came`;

  test.each<[string, { line: string; environment?: object; want: string | RegExp }]>([
    ["for an unknown command", { line: "pull", want: 'there is no command "pull". Try: userpush --help' }],
    ["without its file", { line: "pack", want: "an argument is missing. Usage: userpush pack FILE [FILE]" }],
    [
      "with a file too many",
      { line: "pack a b c", want: /^there are too many arguments. Usage: userpush pack F/ },
    ],
    ["for an unknown option", { line: "pack a --x", want: /'--x'.* Try: userpush pack --help$/ }],
    [
      "for another command's option",
      { line: "mock --tenant x", want: /'--tenant'.* Try: userpush mock --help$/ },
    ],
    ["for a missing value", { line: "pack a --name", want: /'--name .* Try: userpush pack --help$/ }],
    [
      "for an option as value",
      { line: "pack a --level -1", want: /'--level' .* Try: userpush pack --help$/ },
    ],
    ["for a flag with a value", { line: "pack a --dry=1", want: /'--dry' .* Try: userpush pack --help$/ }],
    [
      "for an unknown choice",
      { line: "pack a --kind rar", want: '--kind must be one of zip, tar, and "rar" came' },
    ],
    ["for a number too small", { line: "pack a --level 0", want: noLevel("--level", "0") }],
    ["for a number too large", { line: "pack a --level 10", want: noLevel("--level", "10") }],
    ["for a fraction", { line: "pack a --level 1.5", want: noLevel("--level", "1.5") }],
    ["for an empty number", { line: "pack a --level=", want: noLevel("--level", "") }],
    [
      "for a bad PACK_LEVEL",
      { line: "pack a", environment: { PACK_LEVEL: "x" }, want: noLevel("PACK_LEVEL", "x") },
    ],
    [
      "for a bad PACK_KIND",
      { line: "pack a", environment: { PACK_KIND: "rar" }, want: /^PACK_KIND must .* "rar"/ },
    ],
    [
      "for a token, which stays unseen",
      { line: "push a --api-token=secret", want: /^(?!.*secret).*'--api-token'/ },
    ],
  ])("%s", (_, { line, environment, want }) => {
    const message = refusalOf(() => parse(line, environment));
    if (want instanceof RegExp) expect(message).toMatch(want);
    else expect(message).toBe(want);
    expect(message).not.toContain("\n");
  });
});

function refusalOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as Error).message;
  }
  throw new Error("it was not refused");
}
