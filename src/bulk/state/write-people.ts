import type { Database } from "./sqlite/database.ts";
import { createInterner } from "./sqlite/interner.ts";
import type { Hash, RunningState } from "./state.ts";

/** The part of a running state that remembers people. */
export type PeopleWriter = Pick<RunningState, "intend" | "doubt" | "settle" | "adopt">;

export interface PeopleWriterOptions {
  readonly database: Database;
  readonly destination: number;
}

const INTEND = `INSERT INTO people (destination, key, source, uncertain, pushed_at, shape, hashes)
  VALUES (?, ?, ?, 1, ?, 0, x'') ON CONFLICT DO NOTHING`;

const CONFIRM = `INSERT INTO people (destination, key, source, uncertain, pushed_at, shape, hashes, reference)
  VALUES (?, ?, ?, 0, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
  source = iif(?, source, excluded.source), uncertain = 0, pushed_at = excluded.pushed_at, shape = excluded.shape,
  hashes = excluded.hashes, reference = coalesce(excluded.reference, reference)`;

const DOUBT = `UPDATE people SET shape = 0, hashes = x'' WHERE destination = ? AND key = ?`;

/** Writes the people of one destination. */
export function createPeopleWriter({ database, destination }: PeopleWriterOptions): PeopleWriter {
  const sources = createInterner(database, "sources");
  const shapes = createInterner(database, "shapes");
  const insertIntent = database.prepare(INTEND);
  const emptyHashes = database.prepare(DOUBT);
  const upsert = database.prepare(CONFIRM);
  const remove = database.prepare("DELETE FROM people WHERE destination = ? AND key = ? AND uncertain = 1");
  const setSource = database.prepare("UPDATE people SET source = ? WHERE destination = ? AND id = ?");
  /** Those whom nobody knew before this run: a refused one of them is forgotten, while any other stays uncertain. */
  const intended = new Set<string>();
  let last: { readonly fields: readonly string[]; readonly shape: number } | undefined;

  function intend(source: string, keys: readonly string[]): void {
    const sourceId = sources.intern(source);
    const now = Date.now();
    const added = database.write("power", () =>
      keys.filter((key) => insertIntent.run(destination, key, sourceId, now).changes === 1),
    );
    for (const key of added) intended.add(key);
  }
  function doubt(keys: readonly string[]): void {
    database.write("process", () => {
      for (const key of keys) emptyHashes.run(destination, key);
    });
  }
  function settle(source: string, outcome: Parameters<PeopleWriter["settle"]>[1]): void {
    const sourceId = sources.intern(source);
    // What belongs to no source takes nobody from the one that brought them.
    const keepsSource = source === "" ? 1 : 0;
    const now = Date.now();
    // Shapes write to a table of their own, and so come first.
    const shapesOf = outcome.confirmed.map(({ fields }) => shapeOf(fields));
    const forgotten = outcome.refused.filter((key) => intended.has(key));
    database.write("process", () => {
      for (const [index, { key, hashes, reference = null }] of outcome.confirmed.entries()) {
        const shape = shapesOf[index] as number;
        upsert.run(destination, key, sourceId, now, shape, toBytes(hashes), reference, keepsSource);
      }
      for (const key of forgotten) remove.run(destination, key);
    });
    for (const { key } of outcome.confirmed) intended.delete(key);
    for (const key of forgotten) intended.delete(key);
  }
  /** The records of a roster have one shape nearly always, and the hasher gives the same array for it. */
  function shapeOf(fields: readonly string[]): number {
    if (fields !== last?.fields) last = { fields, shape: shapes.intern(JSON.stringify(fields)) };
    return last.shape;
  }
  function adopt(source: string, ids: readonly number[]): void {
    const sourceId = sources.intern(source);
    database.write("process", () => {
      for (const id of ids) setSource.run(sourceId, destination, id);
    });
  }
  return { intend, doubt, settle, adopt };
}

function toBytes(hashes: Hash): Uint8Array {
  return Buffer.from(hashes, "latin1");
}
