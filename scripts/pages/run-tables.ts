import { SAFETY_OPTIONS } from "../../src/cli/commands/safety-options.ts";
import { EXIT_CODES } from "../../src/cli/exit-codes.ts";
import { code, markdownTable, plain } from "./markdown-table.ts";

/** The limits of a run, as the command line declares them. */
export function listBrakes(): string {
  const rows = Object.entries(SAFETY_OPTIONS).flatMap(([name, spec]) =>
    spec.type === "limit" ? [[code(`--${name}`), spec.default, plain(spec.help)]] : [],
  );
  return markdownTable(["option", "default", "counts"], rows);
}

/** A row of exit codes: the code, what it means, and what the page says of it. */
const ROW = /^\| (\d+) \|.*?\| (.+) \|$/gm;

/** A table of exit codes with what each means, by the command line itself; what it asks for is the page's own. */
export function fillMeanings(present: string): string {
  const meanings: Readonly<Record<string, string>> = EXIT_CODES;
  const listed = [...present.matchAll(ROW)].map(([, exitCode]) => exitCode);
  const untold = Object.keys(meanings).find((exitCode) => !listed.includes(exitCode));
  if (untold) throw new Error(`the table of exit codes does not say what ${untold} asks for`);
  return present.replace(ROW, (_, exitCode: string, asks: string) => {
    const meaning = meanings[exitCode];
    if (meaning === undefined) throw new Error(`there is no exit code ${exitCode}`);
    return `| ${exitCode} | ${plain(meaning)} | ${asks} |`;
  });
}
