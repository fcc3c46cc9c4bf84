import { columnsOf } from "../bulk/map/convert/source.ts";
import type { FieldMapping, Mapping } from "../bulk/map/mapping.ts";
import { parsePreset } from "../bulk/map/parse/parse-preset.ts";
import { PRESET_NAMES } from "../bulk/map/parse/preset-name.ts";
import { API_FACTS } from "../bulk/target/api-facts.ts";
import type { ApiName } from "./api-name.ts";

/** By preset, then by field: what fills it, in words. A preset says nothing of the fields that it leaves alone. */
export type PresetColumns = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What the presets fill the fields of an API from. */
export function columnsByPreset(api: ApiName): PresetColumns {
  const { fields } = API_FACTS[api];
  return Object.fromEntries(
    PRESET_NAMES.map((preset) => [preset, describeMapping(parsePreset(preset, fields))]),
  );
}

function describeMapping({ fields }: Mapping): Record<string, string> {
  return Object.fromEntries([...fields].map(([name, field]) => [name, describeSource(field)]));
}

function describeSource({ source, entry }: FieldMapping): string {
  const columns = columnsOf(source);
  switch (source.kind) {
    case "columns":
      return `${columns.join(", or else ")}${entry ? ` (its ${entry})` : ""}`;
    case "join":
      return columns.join(" + ");
    case "constant":
      return `always ${source.text}`;
    case "random":
      return "made up anew each time";
  }
}
