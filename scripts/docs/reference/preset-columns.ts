import { columnsOf } from "../../../src/bulk/map/convert/source.ts";
import type { FieldMapping } from "../../../src/bulk/map/mapping.ts";
import { PRESET_NAMES, parsePreset } from "../../../src/bulk/map/parse/parse-preset.ts";
import { API_FACTS } from "../../../src/bulk/target/api-facts.ts";

/** By preset, then by field: how it is filled, in words. */
export type PresetColumns = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What the presets fill the fields of an API from. */
export function columnsByPreset(api: string): PresetColumns {
  const { fields } = API_FACTS[api as keyof typeof API_FACTS];
  return Object.fromEntries(
    PRESET_NAMES.map((preset) => [
      preset,
      Object.fromEntries(
        [...parsePreset(preset, fields).fields].map(([name, field]) => [name, describe(field)]),
      ),
    ]),
  );
}

function describe({ source, entry }: FieldMapping): string {
  const columns = columnsOf(source);
  switch (source.kind) {
    case "columns":
      return `${columns.join(", or else ")}${entry ? ` (its ${entry})` : ""}`;
    case "join":
      return columns.join(" + ");
    case "constant":
      return `always ${source.text}`;
    default:
      return "made up anew each time";
  }
}
