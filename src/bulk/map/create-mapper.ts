import type { Field } from "../../contract/field.ts";
import type { Row } from "../read/row.ts";
import { createTargetFinder } from "./find-target.ts";
import { mapCells } from "./map-cells.ts";
import type { Mapped } from "./mapped.ts";
import { type Mapping, needsUserTypes } from "./mapping.ts";
import { MappingError } from "./mapping-error.ts";
import { createLayouts } from "./match/layouts.ts";
import { createNameSet } from "./name-set.ts";
import { isSpoolLine } from "./spool-line.ts";

export interface MapperOptions {
  /** The fields of the API. */
  readonly fields: readonly Field[];
  /** Default: columns are matched with fields by their names alone. */
  readonly mapping?: Mapping | undefined;
  /** Names of user types and their ids; needed where the mapping speaks of them by name. */
  readonly userTypes?: ReadonlyMap<string, string> | undefined;
  /** The day after which no date is `past`, as `YYYY-MM-DD`. Default: today, UTC. */
  readonly today?: string | undefined;
}

/** Turns rows into records of one API. */
export interface Mapper {
  /**
   * Maps one row. The first row of a table has its header checked: throws `FileError` where people would be sent wrongly
   * by it, and for a column of social-security numbers in any row; `MappingError` where user types are needed and unknown.
   */
  readonly map: (row: Row) => Mapped;
  /** Columns of the rows so far that are not sent; fit to be shown. */
  readonly ignoredColumns: () => readonly string[];
  /** What else there is to say of the headers so far: that a column is not there by which a preset leaves rows out. */
  readonly notes: () => readonly string[];
  /** Whether a column is in no output at all, by its name in a header. */
  readonly isDropped: (column: string) => boolean;
}

const NO_MAPPING: Mapping = { name: "", fields: new Map(), skips: new Map(), drop: [], omit: [] };
const SPOOL_LINE: Mapped = { kind: "skipped", reason: "last line of a spool" };

/** Makes the step that maps. Nothing of a row is kept, and of a header only what is done with its columns. */
export function createMapper(options: MapperOptions): Mapper {
  const { fields, mapping = NO_MAPPING, userTypes, today = new Date().toISOString().slice(0, 10) } = options;
  const isDropped = createNameSet(mapping.drop.map(({ column }) => column));
  const find = createTargetFinder(fields);
  const types = userTypes ?? new Map<string, string>();
  const layouts = createLayouts({ fields, mapping, find, isDropped, userTypes: types, today });
  const needsTypes = needsUserTypes(mapping);

  function map(row: Row): Mapped {
    const { header, cells, malformed } = row;
    if (needsTypes && !userTypes)
      throw new MappingError(`${mapping.name} names user types, and their list is not known`);
    layouts.meet(row);
    if (malformed) return reject(malformed);
    const layout = layouts.of(row);
    if (isSpoolLine(cells)) return SPOOL_LINE;
    if (cells.length !== header.length) return reject(describeRagged(row));
    const [fault] = layout.faults;
    return fault ? reject(fault) : mapCells(cells, layout);
  }
  return {
    map,
    ignoredColumns: layouts.ignored,
    notes: layouts.notes,
    isDropped,
  };
}

function reject(message: string): Mapped {
  return { kind: "rejected", reasons: [{ message }] };
}

function describeRagged({ cells, header }: Row): string {
  const count = cells.length === 1 ? "1 cell" : `${cells.length} cells`;
  return `the row has ${count}, and the header has ${header.length}`;
}
