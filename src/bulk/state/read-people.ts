import { setImmediate as turn } from "node:timers/promises";
import { isOfVersion1, isWhole, RECORD_HASH_BYTES } from "./hashing/hasher.ts";
import type { Database } from "./sqlite/database.ts";
import { createInterner } from "./sqlite/interner.ts";
import { pagesByKey } from "./sqlite/pages-by-key.ts";
import type { Hash, KnownPerson, SeenPeople, State } from "./state.ts";

/** The part of a state that is about people. */
export type PeopleReader = Pick<State, "people" | "peopleOf" | "find" | "missing" | "uncertain">;

/** A state that was lost, or never was. */
export const NOBODY: PeopleReader = {
  people: () => 0,
  peopleOf: () => 0,
  find: () => undefined,
  missing: async function* () {},
  uncertain: () => [],
};

const COLUMNS = "id, key, source, uncertain, pushed_at, shape, hashes, reference";

type Columns = Readonly<Record<string, unknown>>;

/** Reads the people of one destination. */
export function createPeopleReader(database: Database, destination: number): PeopleReader {
  const sources = createInterner(database, "sources");
  const fieldsOf = createShapeReader(database);
  const select = (where: string) => database.prepare(`SELECT ${COLUMNS} FROM people WHERE ${where}`);
  const byKey = select("destination = ? AND key = ?");
  const ofSource = select("id = ? AND source = ?");
  const count = database.prepare("SELECT count(*) AS people FROM people WHERE destination = ?");
  // The plus keeps SQLite from reading the table in the order of the index by key, which takes twenty times as long.
  const countOf = database.prepare(
    "SELECT count(*) AS people FROM people WHERE +destination = ? AND source = ?",
  );
  const keys = "SELECT id, key FROM people WHERE destination = ? AND";

  function people(): number {
    return database.read(() => Number(count.get(destination)?.["people"]));
  }
  function peopleOf(source: string): number {
    const id = sources.find(source);
    return id === undefined ? 0 : database.read(() => Number(countOf.get(destination, id)?.["people"]));
  }
  function find(key: string): KnownPerson | undefined {
    const row = database.read(() => byKey.get(destination, key));
    return row && toPerson(row);
  }
  /** Nearly everybody is seen; reading their keys needs the index alone, and the others are looked up one by one. */
  async function* missing(source: string, seen: SeenPeople): AsyncIterable<KnownPerson> {
    const sourceId = sources.find(source);
    if (sourceId === undefined) return;
    for (const page of pagesByKey({ database, destination, select: keys })) {
      for (const { id } of page) {
        const row = seen.has(id) ? undefined : database.read(() => ofSource.get(id, sourceId));
        if (row) yield toPerson(row);
      }
      // A million people are seconds of work, and a signal, or what bounds the memory, shall not wait for them.
      await turn();
    }
  }
  function* uncertain(): Iterable<KnownPerson> {
    for (const page of pagesByKey({ database, destination, select: `${keys} uncertain = 1 AND` })) {
      for (const { key } of page) {
        const person = find(key);
        if (person?.uncertain) yield person;
      }
    }
  }
  function toPerson(row: Columns): KnownPerson {
    return {
      ...toHashes(fieldsOf(Number(row["shape"])), toHash(row["hashes"])),
      id: Number(row["id"]),
      key: String(row["key"]),
      uncertain: row["uncertain"] === 1,
      reference: (row["reference"] as string | null) ?? undefined,
      pushedAt: Number(row["pushed_at"]),
      source: sources.textOf(Number(row["source"])) ?? "",
    };
  }
  return { people, peopleOf, find, missing, uncertain };
}

const UNKNOWN = { fields: [], hashes: "", hash: "" };

/** What cannot be read differs from every hash: the person counts as changed, never as unchanged. */
function toHashes(fields: readonly string[], hashes: Hash): Pick<KnownPerson, "fields" | "hashes" | "hash"> {
  const hash = hashes.slice(0, RECORD_HASH_BYTES);
  if (isWhole(hashes, fields)) return { fields, hashes, hash };
  return isOfVersion1(hashes, fields) ? { fields: [], hashes: hash, hash } : UNKNOWN;
}

/** One damaged bit makes text or nothing of bytes. */
function toHash(value: unknown): Hash {
  if (!(value instanceof Uint8Array)) return "";
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("latin1");
}

/** The names of the fields of a shape; none where they cannot be read. */
function createShapeReader(database: Database): (shape: number) => readonly string[] {
  const shapes = createInterner(database, "shapes");
  const parsed = new Map<number, readonly string[]>();

  return function fieldsOf(shape: number): readonly string[] {
    const fields = parsed.get(shape) ?? parseFields(shapes.textOf(shape));
    parsed.set(shape, fields);
    return fields;
  };
}

function parseFields(text: string | undefined): readonly string[] {
  try {
    return JSON.parse(text ?? "[]");
  } catch {
    return [];
  }
}
