import { type CommandSpec, OPTION_GROUPS, type OptionSpec } from "./command.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import { twoColumns, wrap } from "./wrap.ts";

/** The help of the whole program, for a terminal of so many columns. */
export function renderHelp(commands: readonly CommandSpec[], columns: number): string {
  const names = commands.map(({ name, summary }) => [name, summary] as const);
  return [
    ...wrap(
      "userpush gets people from your system of record into systems that take them one by one.",
      columns,
    ),
    "",
    "Usage: userpush COMMAND [ARGUMENT…] [OPTION…]",
    "",
    ...twoColumns(names, columns),
    "",
    ...wrap(
      "userpush COMMAND --help says more about a command, userpush --version which userpush this is.",
      columns,
    ),
  ].join("\n");
}

/** The help of one command, for a terminal of so many columns. */
export function renderCommandHelp(command: CommandSpec, columns: number): string {
  const { name, summary, usage, notes, examples, exitCodes } = command;
  const codes = exitCodes.map((code) => [String(code), EXIT_CODES[code as ExitCode]] as const);
  return [
    ...wrap(`${summary}.`, columns),
    "",
    `Usage: userpush ${`${name} ${usage}`.trim()}`,
    ...renderOptions(command, columns),
    ...notes.flatMap((note) => ["", ...wrap(note, columns)]),
    ...renderOrigins(command, columns),
    "",
    "Examples:",
    ...examples.flatMap(([line, does]) => [
      `  ${line}`,
      ...wrap(does, columns - 6).map((one) => `      ${one}`),
    ]),
    "",
    "Exit codes:",
    ...twoColumns(codes, columns),
  ].join("\n");
}

function renderOptions({ options, ignores = [] }: CommandSpec, columns: number): string[] {
  const heeded = Object.entries(options).filter(([name]) => !ignores.includes(name));
  const rows = heeded.map(
    ([name, spec]) => [spec.group, [`--${name} ${spec.value ?? ""}`.trim(), describe(spec)]] as const,
  );
  return Object.entries(OPTION_GROUPS).flatMap(([group, title]) => {
    const own = rows.filter(([one]) => one === group).map(([, row]) => row as [string, string]);
    return own.length === 0 ? [] : ["", `${title}:`, ...twoColumns(own, columns)];
  });
}

function describe({ help, default: fallback }: OptionSpec): string {
  return fallback === undefined ? help : `${help} (default: ${fallback})`;
}

/** Where else options can come from, in one place: each of them would say the same. */
function renderOrigins({ options }: CommandSpec, columns: number): string[] {
  const specs = Object.entries(options);
  if (!specs.some(([name]) => name === "config")) return [];
  const decisions = specs.filter(([, { scope }]) => scope === "run").map(([name]) => `--${name}`);
  const origins =
    "Each option can also stand in the environment, as OPSCOM_TENANT or CCS_BASE_URL where it is about an API and as USERPUSH_STATE where it is not, or in userpush.yaml, as tenant in the section opscom, or as state. An option wins over the environment, which wins over the file.";
  return [
    "",
    ...wrap(origins, columns),
    ...wrap(`Decisions about one run are options alone: ${decisions.join(", ")}.`, columns),
  ];
}
