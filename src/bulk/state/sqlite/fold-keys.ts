import type { DatabaseSync } from "node:sqlite";
import { foldEmail } from "../../fold-email.ts";

/** Whose keys are e-mail addresses. By name, and not by what is known of APIs now: a step does tomorrow what it does today. */
const BY_EMAIL = "SELECT id FROM destinations WHERE name GLOB 'activeplatform *' OR name GLOB 'ccs *'";

/**
 * The `lower` of SQLite knows the letters of English alone. What a statement hands to JavaScript stays in memory until it
 * ends, so that only keys with other letters go there, which are few.
 */
const FOLDED = "iif(length(key) = octet_length(key), lower(key), fold_email(key))";

/** Who stays of those whose keys become one: who is uncertain, for somebody has to look there still, and else the latest. */
const FIRST_TO_STAY = "uncertain DESC, pushed_at DESC, id DESC";

/**
 * The step that folds keys. Nobody of whom two spellings are known is lost, or new: one of them stays. It says `people`, which
 * may be a temporary table of that name.
 */
export const FOLD_KEYS = `
  DELETE FROM people WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER
    (PARTITION BY destination, ${FOLDED} ORDER BY ${FIRST_TO_STAY}) AS place
    FROM people WHERE destination IN (${BY_EMAIL})) WHERE place > 1);
  UPDATE people SET key = ${FOLDED} WHERE destination IN (${BY_EMAIL}) AND key <> ${FOLDED};`;

const UNFOLDED = `SELECT destination FROM people WHERE destination =
  (SELECT id FROM destinations WHERE name = ? AND id IN (${BY_EMAIL})) AND key <> ${FOLDED} LIMIT 1`;

/** Lets SQL fold as the rest of the program does. */
export function addFoldEmail(connection: DatabaseSync): void {
  connection.function("fold_email", { deterministic: true }, (key) => foldEmail(String(key)));
}

/**
 * Shows the people of one destination as the step will leave them, and changes nothing: a plan says what the push after it
 * does, and only the push writes. They are copied into a temporary table, which goes before the one of the state by the rules
 * of SQLite, and lies in a file without a name where they are many.
 */
export function showFolded(connection: DatabaseSync, destination: string): void {
  addFoldEmail(connection);
  const unfolded = connection.prepare(UNFOLDED).get(destination);
  if (!unfolded) return;
  const table = connection.prepare("SELECT sql FROM main.sqlite_schema WHERE name = 'people'").get();
  connection.exec(String(table?.["sql"]).replace("CREATE TABLE", "CREATE TEMP TABLE"));
  const copy = connection.prepare("INSERT INTO temp.people SELECT * FROM main.people WHERE destination = ?");
  copy.run(Number(unfolded["destination"]));
  connection.exec(FOLD_KEYS);
}
