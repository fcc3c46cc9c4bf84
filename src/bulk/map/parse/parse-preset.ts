import type { Field } from "../../../contract/field.ts";
import type { Mapping } from "../mapping.ts";
import { parseMapping } from "./parse-mapping.ts";
import { BANNER } from "./presets/banner.ts";
import { ONEROSTER } from "./presets/oneroster.ts";

/** The mappings that ship with userpush, by name. */
const PRESETS = { banner: BANNER, oneroster: ONEROSTER } as const;

/** The mappings that ship with userpush, by the system whose export they take. */
export type PresetName = keyof typeof PRESETS;

/** All of them. */
export const PRESET_NAMES = Object.keys(PRESETS) as readonly PresetName[];

/** Reads a preset for an API. What it fills and the API has no field for is passed over. */
export function parsePreset(name: PresetName, fields: readonly Field[]): Mapping {
  return parseMapping(PRESETS[name], { name: `preset ${name}`, fields, isPreset: true });
}
