import type { Cell } from "../read/row.ts";
import type { Reason } from "../reason.ts";
import type { FieldStep } from "./convert/field-step.ts";
import { isRefusal, type Refusal } from "./convert/refusal.ts";
import type { Mapped, PersonRecord } from "./mapped.ts";
import type { Layout } from "./match/layout.ts";

/** Turns the cells of a row into a record, by the layout of its header. */
export function mapCells(cells: readonly Cell[], { skips, steps }: Layout): Mapped {
  for (const { applies, reason } of skips)
    if (applies(cells)) return { kind: "skipped", reason, rest: () => convert(cells, steps).record };
  const { record, reasons } = convert(cells, steps);
  return reasons ? { kind: "rejected", reasons, rest: record } : { kind: "record", record };
}

interface Converted {
  readonly record: PersonRecord;
  /** Absent where every cell could be converted. */
  readonly reasons: readonly Reason[] | undefined;
}

function convert(cells: readonly Cell[], steps: Layout["steps"]): Converted {
  const record: Record<string, unknown> = {};
  let reasons: Reason[] | undefined;
  for (const step of steps) {
    const value = step.read(cells);
    if (value === undefined) continue;
    if (isRefusal(value)) reasons = [...(reasons ?? []), toReason(step, value)];
    else if (step.attribute === undefined) record[step.field.name] = value;
    else addAttribute(record, step.field.name, { key: step.attribute, value });
  }
  return { record, reasons };
}

function addAttribute(record: Record<string, unknown>, field: string, attribute: object): void {
  const list = record[field] as object[] | undefined;
  if (list) list.push(attribute);
  else record[field] = [attribute];
}

function toReason({ name }: FieldStep, { refused }: Refusal): Reason {
  return { field: name, message: `\`${name}\` ${refused}` };
}
