import { describeList } from "../match/describe-list.ts";
import type { Scalar } from "./coerce.ts";
import type { Refusal } from "./refusal.ts";

/** Turns the name of a user type into its id, whatever its case. An unknown name is refused, with those that are known. */
export function createNameLookup(ids: ReadonlyMap<string, string>): (name: Scalar) => string | Refusal {
  const folded = new Map<string, string | undefined>();
  for (const [name, id] of ids) {
    const key = fold(name);
    // Two types whose names differ in nothing but their case: only the exact name tells which is meant.
    folded.set(key, folded.has(key) && folded.get(key) !== id ? undefined : id);
  }
  const refusal = { refused: `is none of the names that the API lists: ${describeList([...ids.keys()])}` };
  return (name) => ids.get(String(name)) ?? folded.get(fold(String(name))) ?? refusal;
}

function fold(name: string): string {
  return name.trim().toLowerCase();
}
