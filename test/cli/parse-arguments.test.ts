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
    name: { type: "text", group: "input", help: "a name" },
    level: { type: "integer", group: "input", help: "a level", min: 1, max: 9, default: "5" },
    leave: { type: "list", group: "input", help: "what to leave out" },
    dry: { type: "flag", group: "input", help: "do nothing" },
  },
  notes: [],
  examples: [],
  exitCodes: [0],
};

const parse = (line: string) => parseArguments(line.split(" ").filter(Boolean), [PACK, ...COMMANDS]);

describe("the options of a command", () => {
  test.each<[string, string, object]>([
    ["are absent where they are not given", "", {}],
    ["are read after the arguments", "--name n --level 7", { name: "n", level: "7" }],
    ["may be written with =", "--name=n --level=7", { name: "n", level: "7" }],
    ["may be flags", "--dry", { dry: true }],
    ["may be empty", "--name=", { name: "" }],
    ["are given once more without harm where they are flags", "--dry --dry", { dry: true }],
    ["all count in a list", "--leave a,b --leave c", { leave: ["a,b", "c"] }],
  ])("%s", (_, line, flags) => {
    const invocation = { command: PACK, values: ["a.csv"], flags };
    expect(parse(`pack a.csv ${line}`)).toEqual({ kind: "run", invocation });
  });

  test("may stand before the arguments, and end at --", () => {
    const invocation = { command: PACK, values: ["a.csv", "--dry"], flags: { dry: true } };
    expect(parse("pack --dry a.csv -- --dry")).toEqual({ kind: "run", invocation });
  });
});

describe("help and version", () => {
  const [PUSH, MOCK] = ["push", "mock"].map((one) => COMMANDS.find(({ name }) => name === one));

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
  test.each<[string, string, string | RegExp]>([
    ["for an unknown command", "sing", 'there is no command "sing". Try: userpush --help'],
    ["for a misspelt command", "psh", 'there is no command "psh". Did you mean "push"? Try: userpush --help'],
    ["for help on an unknown command", "help psh", /"psh"\. Did you mean "push"\?/],
    ["without its file", "pack", "an argument is missing. Usage: userpush pack FILE [FILE]"],
    ["with a file too many", "pack a b c", /^there are too many arguments. Usage: userpush pack F/],
    [
      "for a misspelt option",
      "pack a --nam x",
      'userpush pack has no option "--nam". Did you mean "--name"? Try: userpush pack --help',
    ],
    ["for another command's option", "mock --tenant x", /no option "--tenant"\. Try: userpush mock --help$/],
    ["for a missing value", "pack a --name", /'--name .* Try: userpush pack --help$/],
    [
      "for an option as value",
      "pack a --level -1",
      /^--level takes .* begins with a dash\. Try: userpush pack --help$/,
    ],
    [
      "for one value given twice",
      "pack a --name=x --level 7 --name y",
      "--name takes one value, and is given twice. Try: userpush pack --help",
    ],
    [
      "for one value given three times",
      "pack a --level 7 --level 7 --level 7",
      "--level takes one value, and is given twice. Try: userpush pack --help",
    ],
    ["for a flag with a value", "pack a --dry=1", /'--dry' .* Try: userpush pack --help$/],
    ["for a short option", "pack a -x", /'-x'.* Try: userpush pack --help$/],
    ["for a token, which stays unseen", "push a --api-token=secret", /^(?!.*secret).*"--api-token"/],
  ])("%s", (_, line, want) => {
    const message = refusalOf(() => parse(line));
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
