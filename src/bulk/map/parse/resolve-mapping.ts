import type { Field } from "../../../contract/field.ts";
import type { Mapping } from "../mapping.ts";
import { mergeMappings } from "./merge-mappings.ts";
import { parseMapping } from "./parse-mapping.ts";
import { parsePreset } from "./parse-preset.ts";
import type { PresetName } from "./preset-name.ts";

/** What a mapping is made of. */
export interface MappingWishes {
  /** The fields of the API, as its target has them. */
  readonly fields: readonly Field[];
  /** A mapping that ships with userpush. Default: none. */
  readonly preset?: PresetName | undefined;
  /** The text of a mapping, and what its file is called. */
  readonly own?: { readonly text: string; readonly name: string } | undefined;
}

/** The mapping of a run: a preset, an own one, or an own one over a preset; nothing where neither is wished. */
export function resolveMapping({ fields, preset, own }: MappingWishes): Mapping | undefined {
  const shipped = preset && parsePreset(preset, fields);
  const written = own && parseMapping(own.text, { name: own.name, fields });
  return shipped && written ? mergeMappings(shipped, written) : (written ?? shipped);
}
