import type { Database } from "./database.ts";

/** A table that gives long texts, which return often, short numbers. */
export interface Interner {
  readonly find: (text: string) => number | undefined;
  /** Writes a text that is not known yet, at once: never call it within a write, which may still be undone. */
  readonly intern: (text: string) => number;
  /** Nothing where the state has no such number, which is damage. */
  readonly textOf: (id: number) => string | undefined;
}

export function createInterner(database: Database, table: "destinations" | "sources" | "shapes"): Interner {
  const ids = new Map<string, number>();
  const texts = new Map<number, string>();
  const selectId = database.prepare(`SELECT id FROM ${table} WHERE name = ?`);
  const selectText = database.prepare(`SELECT name FROM ${table} WHERE id = ?`);

  function find(text: string): number | undefined {
    const known = ids.get(text);
    if (known !== undefined) return known;
    const row = database.read(() => selectId.get(text));
    return row && remember(Number(row["id"]), text);
  }
  function intern(text: string): number {
    return find(text) ?? remember(insert(text), text);
  }
  function insert(text: string): number {
    const statement = database.prepare(`INSERT INTO ${table} (name) VALUES (?)`);
    return database.write("process", () => Number(statement.run(text).lastInsertRowid));
  }
  function textOf(id: number): string | undefined {
    const known = texts.get(id);
    if (known !== undefined) return known;
    const row = database.read(() => selectText.get(id));
    if (row) remember(id, String(row["name"]));
    return texts.get(id);
  }
  function remember(id: number, text: string): number {
    ids.set(text, id);
    texts.set(id, text);
    return id;
  }
  return { find, intern, textOf };
}
