import type { PersonRecord } from "../../map/mapped.ts";

/**
 * Tells the fields of a record in alphabetical order, without those that are excluded or `undefined`. The records of a
 * roster have the same fields in the same order nearly always, so the last answer is kept; it is the same array then.
 */
export function createFieldOrder(exclude: readonly string[]): (record: PersonRecord) => readonly string[] {
  let lastNames: readonly string[] = [];
  let lastOrder: readonly string[] = [];

  return function fieldsOf(record: PersonRecord): readonly string[] {
    const names = Object.keys(record).filter((name) => record[name] !== undefined);
    if (!agree(names, lastNames)) {
      lastNames = names;
      lastOrder = names.filter((name) => !exclude.includes(name)).sort();
    }
    return lastOrder;
  };
}

function agree(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}
