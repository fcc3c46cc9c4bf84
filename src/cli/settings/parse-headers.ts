import { UsageError } from "../usage-error.ts";

/** A name as RFC 9110 has it (5.6.2), a colon, and a value. */
const HEADER = /^([!#$%&'*+\-.^_`|~\w]+):[ \t]*(.*\S)[ \t]*$/;

/** Reads one `Name: value` a line. All of it is secret, so a line that is none is named by its number. */
export function parseHeaders(text: string): Readonly<Record<string, string>> {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line, number: index + 1 }));
  return Object.fromEntries(lines.filter(({ line }) => line.trim() !== "").map(parseLine));
}

function parseLine({ line, number }: { readonly line: string; readonly number: number }): [string, string] {
  const [, name, value] = HEADER.exec(line) ?? [];
  if (name !== undefined && value !== undefined) return [name, value];
  throw new UsageError(`CCS_HEADERS or --headers-file, line ${number}: expected "Name: value"`);
}
