import type { Database } from "../sqlite/database.ts";
import type { State } from "../state.ts";
import type { StateOptions } from "../state-options.ts";
import { createHasher, type KeyedHasher } from "./hasher.ts";
import { createHashKey, readHashKey, saveHashKey } from "./key-file.ts";

/** The key that a state is read and written with, and whether it is the one that its hashes were made with. */
export interface HashKey {
  readonly condition: State["condition"];
  readonly hasher: KeyedHasher;
  /**
   * Keeps the key, and forgets everybody whose hashes are of another one, at every destination. It neither replaces nor
   * removes a key that is there: another one, which belongs to some other state, is used from then on.
   */
  readonly adopt: () => void;
}

/** Looks for the key of a state, and makes one, in memory, where there is none. Throws `StateError` where it is no key. */
export function findHashKey(database: Database, { file, exclude = [] }: StateOptions): HashKey {
  const kept = readHashKey(file);
  const key = kept ?? createHashKey();
  const hasher = createHasher({ key, exclude });
  const select = database.prepare("SELECT proof FROM hash_key");
  const proof = database.read(() => select.get()?.["proof"]);
  const isRight = kept !== undefined && hasher.proof() === proof;

  function adopt(): void {
    if (kept === undefined) saveHashKey(file, key);
    const insert = database.prepare(
      "INSERT INTO hash_key (proof, after_run) SELECT ?, coalesce(max(id), 0) FROM runs",
    );
    const forget = ["people", "hash_key"].map((table) => database.prepare(`DELETE FROM ${table}`));
    database.write("power", () => {
      for (const statement of forget) statement.run();
      insert.run(hasher.proof());
    });
  }
  return { condition: proof === undefined ? "new" : isRight ? "known" : "keyLost", hasher, adopt };
}
