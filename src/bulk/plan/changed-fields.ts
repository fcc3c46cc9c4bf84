import type { PersonRecord } from "../map/mapped.ts";
import type { Hash, Hasher, KnownPerson } from "../state/state.ts";

const HASH_BYTES = 8;

/** Names of the fields that differ from what was pushed last: other values, new fields, and fields that are gone. */
export function changedFields(record: PersonRecord, known: KnownPerson, hasher: Hasher): string[] {
  const before = new Map(known.fields.map((name, index) => [name, hashAt(known.fieldHashes, index)]));
  const differing = Object.keys(record).filter((name) => {
    return before.get(name) !== hasher.field(name, record[name]);
  });
  return [...differing, ...known.fields.filter((name) => record[name] === undefined)];
}

function hashAt(hashes: Hash, index: number): Hash {
  return hashes.slice(index * HASH_BYTES, (index + 1) * HASH_BYTES);
}
