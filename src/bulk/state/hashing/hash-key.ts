import type { Database } from "../sqlite/database.ts";
import type { State } from "../state.ts";
import { StateError } from "../state-error.ts";
import { stateFiles } from "../state-files.ts";
import type { StateOptions } from "../state-options.ts";
import { createHasher, type KeyedHasher } from "./hasher.ts";
import { createHashKey, readHashKey, saveHashKey } from "./key-file.ts";

/** The key that a state is read and written with, and whether it is the one that its hashes were made with. */
export interface HashKey {
  readonly condition: State["condition"];
  readonly hasher: KeyedHasher;
  /**
   * Keeps the key, and forgets everybody whose hashes are of another one. It neither replaces nor removes a key that is
   * there: another one, which belongs to some other state, is used from then on. Throws `StateError` where people of other
   * destinations would be forgotten: who asks for a first run means one destination, and those who are uncertain at the
   * others would be created there twice.
   */
  readonly adopt: () => void;
}

/** Looks for the key of a state, and makes one, in memory, where there is none. Throws `StateError` where it is no key. */
export function findHashKey(database: Database, options: StateOptions): HashKey {
  const { file, exclude = [] } = options;
  const kept = readHashKey(file);
  const key = kept ?? createHashKey();
  const hasher = createHasher({ key, exclude });
  const select = database.prepare("SELECT proof FROM hash_key");
  const proof = database.read(() => select.get()?.["proof"]);
  const isRight = kept !== undefined && hasher.proof() === proof;

  function adopt(): void {
    refuseToForgetOthers(database, options);
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

const OTHERS = `SELECT name FROM destinations WHERE name <> ?
  AND EXISTS (SELECT 1 FROM people WHERE people.destination = destinations.id) ORDER BY name`;

function refuseToForgetOthers(database: Database, { file, destination }: StateOptions): void {
  const others = database.read(() => database.prepare(OTHERS).all(destination)).map(({ name }) => name);
  if (others.length === 0) return;
  throw new StateError(
    `the key of the state ${file} is lost or is another one, and to begin anew would forget the people of other ` +
      `destinations too: ${others.join(", ")}; put ${stateFiles(file).key} back from a backup, or name another state ` +
      "for this destination with --state, or move the state away: then everybody is new at all of them",
  );
}
