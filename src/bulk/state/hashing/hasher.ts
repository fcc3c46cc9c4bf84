import { hash } from "node:crypto";
import type { PersonRecord } from "../../map/mapped.ts";
import type { Hash, Hasher, RecordHashes } from "../state.ts";
import { createFieldOrder } from "./field-order.ts";

/** What SHA-256 takes at a time (RFC 2104). */
const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;

/** So many values of each field: all types and cities, and the first names of nearly everybody. */
const MAX_REMEMBERED = 2_000;

export const RECORD_HASH_BYTES = 16;
export const FIELD_HASH_BYTES = 8;

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
  const mac = createMac(key);
  const macs = new Map<string, FieldMac>();
  const fieldsOf = createFieldOrder(exclude);
  let lastFields: readonly string[] = [];
  let parts: unknown[] = ["record"];

  function hashField(name: string, value: unknown): Hash {
    const mac = macs.get(name) ?? remembering(createFieldMac(key, name));
    macs.set(name, mac);
    return mac(value);
  }
  function hashRecord(record: PersonRecord): Hash {
    const fields = fieldsOf(record);
    if (fields !== lastFields) {
      lastFields = fields;
      parts = ["record", ...fields.flatMap((name) => [name, undefined])];
    }
    for (let at = 0; at < fields.length; at += 1)
      parts[2 * at + 2] = inOneOrder(record[fields[at] as string]);
    return mac(JSON.stringify(parts)).slice(0, RECORD_HASH_BYTES);
  }
  function hashAll(record: PersonRecord, hash: Hash): RecordHashes {
    const fields = fieldsOf(record);
    let hashes = hash;
    for (const name of fields) hashes += hashField(name, record[name]);
    return { fields, hashes };
  }
  return {
    record: hashRecord,
    field: hashField,
    all: hashAll,
    proof: () => Buffer.from(mac("proof"), "latin1").toString("base64url"),
  };
}

/**
 * HMAC-SHA-256 (RFC 2104) of texts that all begin with `beginning`, as 32 characters of one byte each. Two plain hashes,
 * because `createHmac` costs several times as much for a text as short as these; the key is ASCII, so that its blocks are
 * text as well.
 */
export function createMac(key: string, beginning = ""): (text: string) => string {
  const inner = xorBlock(key, 0x36).toString("latin1") + beginning;
  const outer = Buffer.concat([xorBlock(key, 0x5c)], BLOCK_BYTES + DIGEST_BYTES);
  return function mac(text: string): string {
    outer.write(hash("sha256", inner + text, "binary"), BLOCK_BYTES, "latin1");
    return hash("sha256", outer, "binary");
  };
}

type FieldMac = (value: unknown) => Hash;

function createFieldMac(key: string, name: string): FieldMac {
  const mac = createMac(key, `["field",${JSON.stringify(name)},`);
  return (value) => mac(`${JSON.stringify(inOneOrder(value))}]`).slice(0, FIELD_HASH_BYTES);
}

/**
 * Half of what a roster says is said of many people: the city, the type. What is remembered is bounded, and only in
 * memory; of a field whose values tell people apart nothing is.
 */
function remembering(mac: FieldMac): FieldMac {
  let known: Map<unknown, Hash> | undefined = new Map();
  let found = 0;

  function remember(value: unknown, made: Hash): void {
    if (!known) return;
    if (known.size < MAX_REMEMBERED) known.set(value, made);
    else if (found < MAX_REMEMBERED) known = undefined;
  }
  return function rememberedMac(value) {
    const before = known?.get(value);
    if (before !== undefined) {
      found += 1;
      return before;
    }
    const made = mac(value);
    remember(value, made);
    return made;
  };
}

function xorBlock(key: string, pad: number): Buffer {
  const block = Buffer.alloc(BLOCK_BYTES);
  block.write(key, "latin1");
  return Buffer.from(block.map((byte) => byte ^ pad));
}

/** A value whose members, and theirs, stand in alphabetical order. */
function inOneOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(inOneOrder);
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, inOneOrder(member)]));
}
