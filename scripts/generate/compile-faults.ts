import type { FaultAnswer, FaultClass, FaultFacts, FaultGuide } from "../../src/contract/fault.ts";
import type { Schema } from "./document.ts";

interface FaultRow {
  readonly codes: readonly number[];
  readonly class: FaultClass;
  readonly meaning: string;
  readonly remedy: string;
  readonly field?: string;
}

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
export function compileFaults(faultSchema: Schema): CompiledFaults {
  const { message, code, table = [], answers = [] } = faultSchema["x-faults"] as FaultExtension;
  const rows = table.flatMap((row) => row.codes.map((number) => [number, row] as const));
  const entries = rows.map(([number, { class: kind, meaning, field }]) => [
    number,
    { class: kind, meaning, field },
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
