import type { Cell, Row } from "../row.ts";
import { cellFault } from "./cell-fault.ts";
import { flattenObject, type NamedCell } from "./json-columns.ts";
import { NO_OBJECT, TOO_MANY_COLUMNS } from "./malformed.ts";

/** As many as a workbook can have. */
const MAX_COLUMNS = 16_384;

/** A header that would have more begins anew: one that grew with every row would cost each row what all before brought. */
const MAX_SHARED_COLUMNS = 2_000;

/** Makes rows of JSON texts. A name that was not there before makes a longer header, from this row on. */
export function createJsonRows(file: string) {
  const columns = new Map<string, number>();
  let header: readonly string[] = [];

  function refuse(line: number, malformed: string): Row {
    return { file, line, isSelfNamed: true, header, cells: [], malformed };
  }

  /** The row of one text; a malformed one where that is no object. */
  function make(line: number, text: string): Row {
    const named = readObject(text);
    if (!named) return refuse(line, NO_OBJECT);
    const fault = findFault(named);
    if (fault) return refuse(line, fault);
    if (!growHeader(named)) return refuse(line, TOO_MANY_COLUMNS);
    return { file, line, isSelfNamed: true, header, cells: arrange(named) };
  }

  function growHeader(named: readonly NamedCell[]): boolean {
    if (named.length > MAX_COLUMNS) return false;
    const added = named.filter(([name]) => !columns.has(name));
    if (added.length === 0) return true;
    const isFull = columns.size + added.length > MAX_SHARED_COLUMNS;
    if (isFull) columns.clear();
    for (const [name] of isFull ? named : added) if (!columns.has(name)) columns.set(name, columns.size);
    header = [...columns.keys()].map((name) => name.trim());
    return true;
  }

  function arrange(named: readonly NamedCell[]): readonly Cell[] {
    const cells: Cell[] = new Array(header.length).fill(undefined);
    for (const [name, cell] of named) cells[columns.get(name) ?? 0] = cell;
    return cells;
  }

  return { make, refuse };
}

function readObject(text: string): readonly NamedCell[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? flattenObject(value) : undefined;
  } catch {
    return undefined;
  }
}

function findFault(named: readonly NamedCell[]): string | undefined {
  for (const [name, cell] of named) {
    const fault = cellFault(name) ?? cellFault(cell);
    if (fault) return fault;
  }
  return undefined;
}
