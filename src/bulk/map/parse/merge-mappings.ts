import { columnsOf } from "../convert/source.ts";
import type { FieldMapping, Mapping } from "../mapping.ts";
import { createNameSet } from "../name-set.ts";

/**
 * A preset with a person's own mapping over it. The own one wins, field by field and reason by reason; a field also wins
 * over another name of it. What the own one takes from a column is not dropped.
 */
export function mergeMappings(preset: Mapping, own: Mapping): Mapping {
  const ownFields = new Set([...own.fields.values()].flatMap(rootOf));
  const kept = [...preset.fields].filter(
    ([name, field]) => !own.omit.includes(name) && !rootOf(field).some((root) => ownFields.has(root)),
  );
  const isTaken = createNameSet([...own.fields.values()].flatMap(({ source }) => columnsOf(source)));
  return {
    name: own.name,
    fields: new Map([...kept, ...own.fields]),
    skips: new Map([...preset.skips, ...own.skips]),
    drop: [...preset.drop.filter((column) => !isTaken(column)), ...own.drop],
    omit: [...preset.omit.filter((name) => !own.fields.has(name)), ...own.omit],
    empty: own.empty ?? preset.empty,
    trim: own.trim ?? preset.trim,
  };
}

/** The field that this one is, or is another name of; of an attribute nothing, because each stands for itself. */
function rootOf({ field, attribute }: FieldMapping): string[] {
  return attribute === undefined ? [field.aliasOf ?? field.name] : [];
}
