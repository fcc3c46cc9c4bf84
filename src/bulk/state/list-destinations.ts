import { existsSync } from "node:fs";
import { explainFailure } from "./sqlite/explain-failure.ts";
import { openForReading } from "./sqlite/open-connection.ts";
import { hasSchema } from "./sqlite/schema.ts";

/** Every destination that a state knows, by name; none where there is no state. Throws `StateError` as `readState` does. */
export function listDestinations(file: string): readonly string[] {
  if (!existsSync(file)) return [];
  try {
    const connection = openForReading(file);
    try {
      if (!hasSchema(connection, file)) return [];
      const rows = connection.prepare("SELECT name FROM destinations ORDER BY name").all();
      return rows.map(({ name }) => String(name));
    } finally {
      connection.close();
    }
  } catch (error) {
    throw explainFailure(error, file);
  }
}
