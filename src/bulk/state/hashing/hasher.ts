import type { PersonRecord } from "../../map/mapped.ts";
import type { Hash, Hasher, RecordHashes } from "../state.ts";
import { CHECK_BYTES, createFieldChecks } from "./field-checks.ts";
import { createFieldOrder } from "./field-order.ts";
import { inOneOrder } from "./in-one-order.ts";
import { createMac, SHA_256 } from "./mac.ts";

export const RECORD_HASH_BYTES = 16;

/** A hasher, and what the state alone needs of it. */
export interface KeyedHasher extends Hasher {
  /** Tells one key from another. */
  readonly proof: () => string;
}

export interface HasherOptions {
  /** ASCII text of at most 64 characters. */
  readonly key: string;
  /** Names of fields that are made up anew each time. */
  readonly exclude: readonly string[];
}

/** Makes the hasher of a key. Two records hash alike where they are the same JSON, whatever the order of their members. */
export function createHasher({ key, exclude }: HasherOptions): KeyedHasher {
  const mac = createMac(key, SHA_256);
  const checkFields = createFieldChecks(key);
  const fieldsOf = createFieldOrder(exclude);
  let lastFields: readonly string[] = [];
  let parts: unknown[] = ["record"];

  /** Names and values in turn; one list for all records that have the same fields. */
  function partsOf(record: PersonRecord): readonly unknown[] {
    const fields = fieldsOf(record);
    if (fields !== lastFields) {
      lastFields = fields;
      parts = ["record", ...fields.flatMap((name) => [name, undefined])];
    }
    for (let at = 0; at < fields.length; at += 1)
      parts[2 * at + 2] = inOneOrder(record[fields[at] as string]);
    return parts;
  }
  function hashRecord(record: PersonRecord): Hash {
    return mac(JSON.stringify(partsOf(record))).slice(0, RECORD_HASH_BYTES);
  }
  function hashAll(record: PersonRecord, hash: Hash): RecordHashes {
    const fields = fieldsOf(record);
    return { fields, hashes: hash + checkFields(record, fields, hash) };
  }
  /** The same checks under the same pad are the same bytes. */
  function differing(record: PersonRecord, { fields, hashes }: RecordHashes): string[] {
    const hash = hashes.slice(0, RECORD_HASH_BYTES);
    const now = hash + checkFields(record, fields, hash);
    const same = fields.filter((_, index) => checkAt(now, index) === checkAt(hashes, index));
    const gone = fields.filter((name) => record[name] === undefined);
    return [...fieldsOf(record).filter((name) => !same.includes(name)), ...gone];
  }
  return {
    record: hashRecord,
    all: hashAll,
    differing,
    proof: () => Buffer.from(mac("proof"), "latin1").toString("base64url"),
  };
}

/** Whether what is kept is of so many fields. */
export function isWhole(hashes: Hash, fields: readonly string[]): boolean {
  return hashes.length === RECORD_HASH_BYTES + CHECK_BYTES * fields.length;
}

/** Version 1 of a state, which only a run migrates, kept 8 bytes of each field; of use is the hash of the record alone. */
export function isOfVersion1(hashes: Hash, fields: readonly string[]): boolean {
  return fields.length > 0 && hashes.length === RECORD_HASH_BYTES + 8 * fields.length;
}

function checkAt(hashes: Hash, index: number): Hash {
  const begin = RECORD_HASH_BYTES + CHECK_BYTES * index;
  return hashes.slice(begin, begin + CHECK_BYTES);
}
