import type { FieldTarget } from "./mapping.ts";

/** What all names of one field share: `zip` and `postal_code` both come to `postal_code`. */
export function rootName({ field, attribute }: FieldTarget): string {
  const root = field.aliasOf ?? field.name;
  return attribute === undefined ? root : `${root}.${attribute}`;
}

/** Makes the test whether a field is among others, by whichever of its names; a list of attributes stands for each in it. */
export function createRootSet(roots: Iterable<string>): (target: FieldTarget) => boolean {
  const known = new Set(roots);
  return ({ field, attribute }) =>
    known.has(rootName({ field })) || (attribute !== undefined && known.has(rootName({ field, attribute })));
}
