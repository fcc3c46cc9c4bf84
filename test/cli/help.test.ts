import { describe, expect, test } from "vitest";
import { type CommandSpec, OPTION_GROUPS } from "../../src/cli/command.ts";
import { COMMANDS } from "../../src/cli/commands.ts";
import { EXIT_CODES } from "../../src/cli/exit-codes.ts";
import { renderCommandHelp, renderHelp } from "../../src/cli/help.ts";
import { wrap } from "../../src/cli/wrap.ts";

/** A help without its line breaks, which depend on the terminal. */
const flat = (help: string) => help.replace(/\s+/g, " ");

describe("the help of the program", () => {
  test.each(COMMANDS.map(({ name, summary }) => [name, summary]))(
    "names %s and what it does",
    (name, summary) => {
      expect(flat(renderHelp(COMMANDS, 80))).toContain(` ${name} ${summary}`);
    },
  );

  test("says how to begin, and how to learn more", () => {
    expect(renderHelp(COMMANDS, 80)).toContain("Usage: userpush COMMAND");
    expect(renderHelp(COMMANDS, 80)).toContain("userpush COMMAND --help");
    expect(renderHelp(COMMANDS, 80)).toContain("userpush --version");
  });
});

describe.each(COMMANDS.map((command) => [command.name, command] as const))(
  "the help of %s",
  (name, command) => {
    const help = flat(renderCommandHelp(command, 80));

    test("begins with what it does, and shows its arguments", () => {
      const usage = `Usage: userpush ${`${name} ${command.usage}`.trim()}`;
      expect(renderCommandHelp(command, 80).split("\n", 3)).toEqual([`${command.summary}.`, "", usage]);
    });

    test.each(Object.entries(command.options).filter(([option]) => !command.ignores?.includes(option)))(
      "has --%s with its value, default and choices",
      (option, spec) => {
        expect(help).toContain(` --${option} ${spec.value ? `${spec.value} ` : ""}${spec.help}`);
        if (spec.default !== undefined) expect(help).toContain(`${spec.help} (default: ${spec.default})`);
        for (const choice of spec.choices ?? [])
          expect(spec.help).toContain(choice.replace("delivered", "deliver"));
      },
    );

    test("names the options that it takes and ignores, in a note", () => {
      const notes = command.notes.filter((note) => note.includes("ignored")).join();
      for (const option of command.ignores ?? []) expect(notes).toContain(`--${option}`);
      for (const option of command.ignores ?? []) expect(command.options).toHaveProperty([option]);
    });

    test("has every note, example and exit code", () => {
      for (const text of command.notes) expect(help).toContain(text);
      for (const [line, does] of command.examples) expect(help).toContain(`${line} ${does}`);
      for (const code of command.exitCodes)
        expect(help).toContain(` ${code} ${EXIT_CODES[code as keyof typeof EXIT_CODES]}`);
    });

    test.each([30, 60, 80, 200])("fits into %i columns, and is no wider than a page", (columns) => {
      const words = (line: string) => line.trim().split(" ").length;
      const lines = renderCommandHelp(command, columns).split("\n");
      const text = lines.filter((line) => !/^( {2}userpush |Usage)/.test(line) && words(line) > 3);
      expect(text.filter((line) => line.length > Math.min(Math.max(columns, 36), 100))).toEqual([]);
    });

    test("gives examples that are command lines of userpush", () => {
      for (const [line] of command.examples)
        expect(line).toMatch(new RegExp(`^userpush (${COMMANDS.map((one) => one.name).join("|")})\\b`));
    });
  },
);

describe("the help of push", () => {
  const push = COMMANDS.find(({ name }) => name === "push") as CommandSpec;

  test("has a title over each group of options", () => {
    const titles = renderCommandHelp(push, 80).match(/^\S.*:$/gm);
    expect(titles).toEqual(
      [...Object.values(OPTION_GROUPS), "Examples", "Exit codes"].map((title) => `${title}:`),
    );
  });

  test("names where tokens and settings come from", () => {
    const help = flat(renderCommandHelp(push, 80));
    for (const name of [
      "OPSCOM_API_TOKEN",
      "CCS_HEADERS",
      "OPSCOM_TENANT",
      "USERPUSH_STATE",
      "userpush.yaml",
    ])
      expect(help).toContain(name);
  });

  test("has every exit code but that of verify", () => {
    expect([...push.exitCodes, 7].map(String).sort()).toEqual(Object.keys(EXIT_CODES).sort());
  });
});

test("a text is broken between words, and a long word stands alone", () => {
  expect(wrap("one two three", 7)).toEqual(["one two", "three"]);
  expect(wrap("a incomprehensibility b", 5)).toEqual(["a", "incomprehensibility", "b"]);
  expect(wrap("", 5)).toEqual([""]);
});
