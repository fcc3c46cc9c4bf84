import type { FaultAnswer, FaultFacts, FaultGuide } from "../../src/contract/fault.ts";
import { type Document, type FaultRow, resolve, type Schema } from "./document.ts";

/** The `x-faults` extension, as `openapi/README.md` describes it. */
interface FaultExtension {
  readonly message: string;
  readonly code?: string;
  readonly table?: readonly FaultRow[];
  readonly answers?: readonly FaultAnswer[];
}

export interface CompiledFaults {
  readonly facts: FaultFacts;
  readonly guide: FaultGuide;
}

/** Splits the fault table into what a client must know and what only people and the mock need. */
export function compileFaults(document: Document, faultSchema: Schema): CompiledFaults {
  const { message, code, table = [], answers = [] } = faultSchema["x-faults"] as FaultExtension;
  refuseUnknownFields(document, [...table, ...answers]);
  const rows = table.flatMap((row) => row.codes.map((number) => [number, row] as const));
  // Of a code that belongs to another call, the API's own words say more than its meaning.
  const own = rows.filter(([, row]) => row.class !== "foreign");
  const entries = own.map(([number, { class: kind, meaning, field }]) => [
    number,
    { class: kind === "rejected" ? undefined : kind, meaning, field },
  ]);
  return {
    facts: {
      message,
      ...(code === undefined ? {} : { code }),
      ...(rows.length === 0 ? {} : { table: Object.fromEntries(entries) }),
    },
    guide: { remedies: Object.fromEntries(rows.map(([number, row]) => [number, row.remedy])), answers },
  };
}

/** A field that is misspelt in the table would never be found at fault. */
function refuseUnknownFields(document: Document, rows: readonly { readonly field?: string }[]): void {
  const items = Object.values(document.paths);
  const bodies = items.flatMap(({ post }) =>
    Object.values(post.requestBody.content).map(({ schema }) => schema),
  );
  const parameters = items.flatMap((item) => [...(item.parameters ?? []), ...(item.post.parameters ?? [])]);
  const known = new Set([
    ...bodies.flatMap((body) => Object.keys(resolve(document, body).properties ?? {})),
    ...parameters.map((parameter) => resolve(document, parameter).name),
  ]);
  const unknown = rows.find(({ field }) => field !== undefined && !known.has(field));
  if (unknown) throw new Error(`x-faults: no request has a field ${unknown.field}`);
}
