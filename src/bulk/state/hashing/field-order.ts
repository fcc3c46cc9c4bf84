import type { PersonRecord } from "../../map/mapped.ts";

/**
 * Tells the fields of a record in alphabetical order, without those that are excluded or `undefined`. The records of a
 * roster have the same fields in the same order nearly always, so the last answer is kept; it is the same array then.
 */
export function createFieldOrder(exclude: readonly string[]): (record: PersonRecord) => readonly string[] {
  let lastNames: readonly string[] = [];
  let lastOrder: readonly string[] = [];

  return function fieldsOf(record: PersonRecord): readonly string[] {
    if (!hasJust(lastNames, record)) {
      lastNames = Object.keys(record).filter((name) => record[name] !== undefined);
      lastOrder = lastNames.filter((name) => !exclude.includes(name)).sort();
    }
    return lastOrder;
  };
}

/** Whether a record has these fields and no others, in this order. Looked at in place: a list would be made for each person. */
function hasJust(names: readonly string[], record: PersonRecord): boolean {
  let at = 0;
  for (const name in record) {
    if (record[name] === undefined) continue;
    if (name !== names[at]) return false;
    at += 1;
  }
  return at === names.length;
}
