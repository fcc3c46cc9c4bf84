import type { Database } from "./sqlite/database.ts";
import type { RunningState, State } from "./state.ts";

export type UserTypes = Pick<State, "userTypes"> & Pick<RunningState, "saveUserTypes">;

/** The user types of one destination, as they were listed last. */
export function createUserTypes(database: Database, destination: number): UserTypes {
  function userTypes(): ReturnType<State["userTypes"]> {
    const select = database.prepare("SELECT listed_at, ids FROM user_types WHERE destination = ?");
    const row = database.read(() => select.get(destination));
    return row && { listedAt: Number(row["listed_at"]), ids: new Map(JSON.parse(String(row["ids"]))) };
  }
  function saveUserTypes(ids: ReadonlyMap<string, string>): void {
    const save = database.prepare(
      "INSERT OR REPLACE INTO user_types (destination, listed_at, ids) VALUES (?, ?, ?)",
    );
    database.write("process", () => save.run(destination, Date.now(), JSON.stringify([...ids])));
  }
  return { userTypes, saveUserTypes };
}
