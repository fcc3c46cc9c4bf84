import { createMapper, type MapperOptions } from "../../../src/bulk/map/create-mapper.ts";
import type { Mapped } from "../../../src/bulk/map/mapped.ts";
import type { Mapping } from "../../../src/bulk/map/mapping.ts";
import { parseMapping } from "../../../src/bulk/map/parse/parse-mapping.ts";
import type { Cell } from "../../../src/bulk/read/row.ts";
import type { Field } from "../../../src/contract/field.ts";
import type { Rule } from "../../../src/contract/rule.ts";
import { createUserFields } from "../../../src/generated/activeplatform/fields.gen.ts";
import { addUserFields } from "../../../src/generated/ccs/fields.gen.ts";
import { pushProfileFields } from "../../../src/generated/opscom/fields.gen.ts";

export const OPSCOM = optional(pushProfileFields);
export const ACTIVEPLATFORM = optional(createUserFields);
export const CCS = optional(addUserFields);

/** The fields of an API, none of them required, so that a test says only what it is about. */
export function optional(fields: readonly Field[]): readonly Field[] {
  return fields.map((field) => ({ ...field, required: false }));
}

export function fieldOf(name: string, rule: Rule): Field {
  return { name, label: name, required: false, description: "", rule };
}

export interface Given extends Omit<MapperOptions, "mapping" | "fields"> {
  readonly fields?: readonly Field[];
  /** YAML. */
  readonly mapping?: string;
}

export function parse(mapping: string, fields: readonly Field[] = OPSCOM): Mapping {
  return parseMapping(mapping, { name: "mapping.yaml", fields });
}

export function mapperOf({ fields = OPSCOM, mapping, ...options }: Given) {
  const parsed = mapping === undefined ? undefined : parse(mapping, fields);
  return createMapper({ fields, mapping: parsed, today: "2026-11-24", ...options });
}

/** Maps one row of a table, its cells by column. */
export function mapRow(cells: Readonly<Record<string, Cell>>, given: Given = {}): Mapped {
  const row = { file: "roster.csv", line: 2, header: Object.keys(cells), cells: Object.values(cells) };
  return mapperOf(given).map(row);
}

/** What a row comes to, in short: the record, or why there is none. */
export function outcomeOf(mapped: Mapped): unknown {
  if (mapped.kind === "record") return mapped.record;
  return mapped.kind === "skipped" ? mapped.reason : mapped.reasons.map(({ message }) => message);
}
