import type { SQLOutputValue } from "node:sqlite";
import type { Database } from "./database.ts";

const PAGE_ROWS = 1_000;

interface Paging {
  readonly database: Database;
  readonly destination: number;
  /** A query for `id` and `key` that ends where the condition on the key goes. */
  readonly select: string;
}

export interface KeyRow {
  readonly id: number;
  readonly key: string;
}

/**
 * Reads people by key, a page at a time: who iterates may wait, write or give up between any two of them, and neither a cursor
 * nor a lock is left open.
 */
export function* pagesByKey({ database, destination, select }: Paging): Generator<KeyRow[], void, undefined> {
  const statement = database.prepare(`${select} key >= ? ORDER BY key LIMIT ${PAGE_ROWS}`);
  let last: string | undefined;
  for (;;) {
    const rows = database.read(() => statement.all(destination, last ?? "")).map(toKeyRow);
    // A page begins with the last person of the one before, who may be gone by now.
    const fresh = rows.filter(({ key }) => key !== last);
    if (fresh.length === 0) return;
    yield fresh;
    last = fresh.at(-1)?.key;
  }
}

function toKeyRow({ id, key }: Readonly<Record<string, SQLOutputValue>>): KeyRow {
  return { id: Number(id), key: String(key) };
}
