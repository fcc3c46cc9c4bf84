import type { TEMPLATE } from "./commands/fields.ts";
import { describeFields } from "./describe-field.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import type { Settings } from "./settings/resolve-settings.ts";

/** Writes the header of a roster, and a person who does not exist where that is asked for. */
export async function template({ api, example }: Settings<typeof TEMPLATE>, io: Io): Promise<ExitCode> {
  const columns = describeFields(api).filter((field) => field.example !== undefined);
  io.print(columns.map(({ name }) => name).join(","));
  if (example) io.print(columns.map((field) => toCell(String(field.example))).join(","));
  return 0;
}

/** As RFC 4180 has it. */
function toCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
