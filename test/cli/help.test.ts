import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { EXIT_CODES } from "../../src/cli/exit-codes.ts";
import { renderCommandHelp, renderHelp } from "../../src/cli/help.ts";
import { pushProfileFields } from "../../src/generated/opscom/fields.gen.ts";

/** The line of a help that begins with a name, or nothing. */
function lineOf(help: string, name: string): string | undefined {
  return help.split("\n").find((line) => line.trimStart().split("  ", 1)[0] === name);
}

describe("the help of the program", () => {
  test.each(COMMANDS.map(({ name, summary }) => [name, summary]))(
    "names %s and what it does",
    (name, summary) => {
      expect(lineOf(renderHelp(COMMANDS), name)).toContain(summary);
    },
  );

  test("says how to begin, and how to learn more", () => {
    expect(renderHelp(COMMANDS)).toContain("Usage: userpush COMMAND");
    expect(renderHelp(COMMANDS)).toContain("userpush COMMAND --help");
    expect(renderHelp(COMMANDS)).toContain("userpush --version");
  });
});

describe.each(COMMANDS.map((command) => [command.name, command] as const))(
  "the help of %s",
  (name, command) => {
    const help = renderCommandHelp(command);

    test("begins with what it does, and shows its arguments", () => {
      expect(help.split("\n", 3)).toEqual([
        `${command.summary}.`,
        "",
        `Usage: userpush ${name} ${command.usage}`,
      ]);
    });

    test.each(Object.entries(command.options))(
      "has --%s with its value, default and environment variable",
      (option, spec) => {
        const line = lineOf(help, `--${option} ${spec.value ?? ""}`.trim());
        expect(line).toContain(spec.help);
        if (spec.default !== undefined) expect(line).toContain(`default ${spec.default}`);
        if (spec.environment) expect(line).toContain(`or ${spec.environment}`);
        for (const choice of spec.choices ?? []) expect(line).toContain(choice);
      },
    );

    test("has every note", () => {
      expect(help.split("\n")).toEqual(expect.arrayContaining([...command.notes]));
    });

    test("stands in columns", () => {
      const columns = Object.entries(command.options).map(([option, { value, help: text }]) =>
        lineOf(help, `--${option} ${value ?? ""}`.trim())?.indexOf(text),
      );
      expect(new Set(columns).size).toBe(1);
    });
  },
);

describe("the help of push", () => {
  const [push] = COMMANDS.filter(({ name }) => name === "push").map(renderCommandHelp);

  test.each(Object.entries(EXIT_CODES))("has exit code %s", (code, meaning) => {
    expect(lineOf(push ?? "", code)).toMatch(new RegExp(`  ${meaning}$`));
  });

  test("names every column on one line, the required ones first", () => {
    const line = push?.split("\n").find((one) => one.startsWith("Columns: ")) ?? "";
    expect(line).toMatch(/^Columns: unique_id and login_source are required\. Also known: /);
    for (const { name } of pushProfileFields) expect(line).toMatch(new RegExp(`\\b${name}\\b`));
  });

  test("names where the token comes from", () => {
    expect(push).toContain("OPSCOM_API_TOKEN");
  });
});
