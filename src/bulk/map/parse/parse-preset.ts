import type { Field } from "../../../contract/field.ts";
import type { Mapping } from "../mapping.ts";
import { parseMapping } from "./parse-mapping.ts";
import type { PresetName } from "./preset-name.ts";
import { BANNER } from "./presets/banner.ts";
import { ONEROSTER } from "./presets/oneroster.ts";

const PRESETS: Readonly<Record<PresetName, string>> = { banner: BANNER, oneroster: ONEROSTER };

/** Reads a preset for an API. What it fills and the API has no field for is passed over. */
export function parsePreset(name: PresetName, fields: readonly Field[]): Mapping {
  return parseMapping(PRESETS[name], { name: `preset ${name}`, fields, isPreset: true });
}
