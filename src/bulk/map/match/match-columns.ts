import type { FindTarget } from "../find-target.ts";
import { type FieldMapping, type FieldTarget, type Mapping, targetName } from "../mapping.ts";
import { createRootSet, rootName } from "../root-name.ts";

/** Columns whose names say which field they hold. */
export interface MatchedColumns {
  readonly mappings: readonly (FieldMapping & { readonly index: number })[];
  readonly faults: readonly string[];
}

export interface MatchOptions {
  readonly mapping: Mapping;
  readonly find: FindTarget;
  readonly isLeftOut: (column: string) => boolean;
}

/**
 * Matches columns with the fields that the mapping says nothing of. A field that it fills or omits is filled by no column
 * besides, and neither is another name of that field.
 */
export function matchColumns(
  header: readonly string[],
  { mapping, find, isLeftOut }: MatchOptions,
): MatchedColumns {
  const isTaken = createRootSet([...mapping.omit, ...[...mapping.fields.values()].map(rootName)]);
  const mappings = new Map<string, FieldMapping & { readonly index: number }>();
  const faults = new Set<string>();
  header.forEach((column, index) => {
    const target = isLeftOut(column) ? undefined : find(column);
    if (!target || isTaken(target)) return;
    const name = targetName(target);
    if (mappings.has(name)) faults.add(`two columns of the header hold ${name}; keep one of them`);
    else mappings.set(name, { ...toMapping(target, column), index });
  });
  return { mappings: [...mappings.values()], faults: [...faults] };
}

function toMapping(target: FieldTarget, column: string): FieldMapping {
  return { ...target, source: { kind: "columns", columns: [column] }, lookup: false, optional: true };
}
