import { normalizeName } from "./normalize-name.ts";

/** Makes the test whether a name is among others, whatever its case and separators; names of signs alone count as they are. */
export function createNameSet(names: readonly string[]): (name: string) => boolean {
  const exact = new Set(names.map((name) => name.trim()));
  const alike = new Set(names.map(normalizeName));
  alike.delete("");
  return (name) => exact.has(name.trim()) || alike.has(normalizeName(name));
}
