import type { FIELDS } from "./commands/fields.ts";
import { describeFields, type FieldDescription } from "./describe-field.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import type { Settings } from "./settings/resolve-settings.ts";
import { wrap } from "./wrap.ts";

/** Lists the fields of an API: a paragraph for each, because a table of this much is as wide as no terminal. */
export async function fields({ api, json }: Settings<typeof FIELDS>, io: Io): Promise<ExitCode> {
  const described = describeFields(api);
  if (json) io.print(JSON.stringify({ version: 1, api, fields: described }, undefined, 2));
  else io.print(described.map((field) => render(field, io.columns)).join("\n\n"));
  return 0;
}

function render(field: FieldDescription, columns: number): string {
  const { name, label, otherNames, required, identifies, limits, description, example, presets } = field;
  const marks = [...(required ? ["required"] : []), ...(identifies ? ["tells people apart"] : [])];
  const others = [...otherNames, label].filter((one) => one !== name);
  const lines = [
    `${limits}${example === undefined ? "" : `; as ${JSON.stringify(example)}`}`,
    description,
    `also: ${others.join(", ")}`,
    ...Object.entries(presets).map(([preset, columns]) => `--preset ${preset}: ${columns}`),
  ];
  const indented = lines.flatMap((line) => wrap(line, columns - 4)).map((line) => `    ${line}`);
  return [`${name}${marks.length > 0 ? `  (${marks.join(", ")})` : ""}`, ...indented].join("\n");
}
