/** What a caller asks the mock to answer. */
export interface Preference {
  readonly code?: number;
  readonly example?: string;
  readonly dynamic: boolean;
}

const PAIR = /([\w-]+)\s*=\s*(?:"([^"]*)"|([^\s,;"]*))/g;

/** Reads `Prefer: code=400, example=tokenMissing, dynamic=true` (RFC 7240; the names are Prism's). */
export function parsePrefer(header: string | undefined): Preference {
  const wishes = new Map(
    Array.from(header?.matchAll(PAIR) ?? [], ([, name, quoted, plain]) => [name, quoted ?? plain]),
  );
  const code = Number(wishes.get("code"));
  const example = wishes.get("example");
  return {
    ...(Number.isInteger(code) && code >= 200 && code <= 599 ? { code } : {}),
    ...(example ? { example } : {}),
    dynamic: wishes.get("dynamic") === "true",
  };
}
