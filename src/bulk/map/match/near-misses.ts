import type { Field } from "../../../contract/field.ts";
import { nearest } from "../../nearest.ts";
import type { Mapping } from "../mapping.ts";
import { normalizeName } from "../normalize-name.ts";
import { createRootSet, rootName } from "../root-name.ts";
import type { Layout } from "./layout.ts";

/** A column that is not sent, and the field that it was probably meant to fill. */
export interface NearMiss {
  readonly column: string;
  readonly field: string;
}

/** Of a roster that was made for something else most columns are no fields, and a guess at each would be noise. */
const MAX_SHARE_CHANGED = 0.25;

/** More columns are not looked at: an object of JSON can bring any number. */
const MAX_COLUMNS = 100;

/** Columns that are one slip of the finger away from a field that nothing fills. */
export function findNearMisses(
  { ignored, steps }: Pick<Layout, "ignored" | "steps">,
  { fields, mapping }: { readonly fields: readonly Field[]; readonly mapping: Mapping },
): NearMiss[] {
  const filled = [...steps, ...mapping.fields.values()].map(({ field }) => rootName({ field }));
  const isTaken = createRootSet([...filled, ...mapping.omit]);
  const names = new Map(fields.map((field) => [normalizeName(field.name), field]));
  const known = [...names.keys()];
  return ignored.slice(0, MAX_COLUMNS).flatMap((column) => {
    const field = names.get(nearest(normalizeName(column), known, MAX_SHARE_CHANGED) ?? "");
    return field && !isTaken({ field }) ? [{ column, field: field.name }] : [];
  });
}
