import type { Case } from "./corpus.ts";

/** Whether a judge lets a request pass; nothing, where it has no say. */
export type Verdict = boolean | undefined;

/** Somebody who decides about requests, independently of the others. */
export interface Judge {
  readonly name: "validator" | "mock" | "Prism" | "Hyperjump";
  readonly judge: (one: Case) => Promise<Verdict>;
}

/** Path and query of a case, as they stand in a request. */
export function targetOf({ subject, asked: { path, query } }: Case): string {
  const filled = subject.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(path[name])),
  );
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return given.length > 0 ? `${filled}?${new URLSearchParams(given as [string, string][])}` : filled;
}
