import { columnsOf } from "../convert/source.ts";
import type { Mapping } from "../mapping.ts";
import { createNameSet } from "../name-set.ts";
import { createRootSet, rootName } from "../root-name.ts";

/**
 * A preset with a person's own mapping over it. The own one wins, field by field and reason by reason; a field also wins
 * over another name of it. What the own one takes from a column is not dropped.
 */
export function mergeMappings(preset: Mapping, own: Mapping): Mapping {
  const ownFields = [...own.fields.values()];
  const isOwn = createRootSet([...own.omit, ...ownFields.map(rootName)]);
  const kept = [...preset.fields].filter(([, field]) => !isOwn(field));
  const isTaken = createNameSet(ownFields.flatMap(({ source }) => columnsOf(source)));
  return {
    name: own.name,
    fields: new Map([...kept, ...own.fields]),
    skips: new Map([...preset.skips, ...own.skips]),
    drop: [...preset.drop.filter(({ column }) => !isTaken(column)), ...own.drop],
    omit: [...preset.omit.filter((root) => !ownFields.some(createRootSet([root]))), ...own.omit],
    empty: own.empty ?? preset.empty,
    trim: own.trim ?? preset.trim,
  };
}
