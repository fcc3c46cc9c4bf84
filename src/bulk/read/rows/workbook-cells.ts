import type { Cell } from "../row.ts";
import { isBlankCell } from "./blank-cell.ts";
import { cellFault, MAX_EXACT_IN_WORKBOOK } from "./cell-fault.ts";
import { FORMULA_ERROR } from "./malformed.ts";

/** What a workbook holds in a cell. */
export type WorkbookValue = string | number | boolean | Date | null;

/** Why a value makes its row malformed; nothing where it does not. */
export function workbookFault(value: WorkbookValue): string | undefined {
  return isFormulaError(value) ? FORMULA_ERROR : cellFault(value, MAX_EXACT_IN_WORKBOOK);
}

/**
 * What a formula gives that fails comes as text, and would be sent as somebody's name: the package keeps the
 * type of a cell to itself. So an error is told by its form, which those that Excel invents next year have too.
 */
const FORMULA_ERROR_TEXT = /^(#N\/A|#GETTING_DATA|#[A-Z][A-Z0-9_/]*[!?]|Err:\d{3})$/;

function isFormulaError(value: WorkbookValue): boolean {
  return typeof value === "string" && FORMULA_ERROR_TEXT.test(value);
}

/** An id that is stored as a number stays the digits it is; a date stays the day it shows, in no time zone. */
export function toCell(value: WorkbookValue): Cell {
  if (typeof value === "number") return String(value);
  return value instanceof Date ? showDate(value) : value;
}

/** The workbook's clock comes as if it were UTC. */
function showDate(value: Date): string {
  if (Number.isNaN(value.getTime())) return "";
  const [day = "", time = ""] = value.toISOString().split("T");
  return time.startsWith("00:00:00") ? day : `${day} ${time.slice(0, 8)}`;
}

/**
 * The cells of a row, one for each column: a workbook leaves out a cell that holds nothing, or keeps it for its colour alone.
 * Only a cell that holds something makes a row longer than its header.
 */
export function fitCells(cells: readonly Cell[], width: number | undefined): readonly Cell[] {
  if (width === undefined) return cells;
  const filled = cells.findLastIndex((cell) => !isBlankCell(cell)) + 1;
  return Array.from({ length: Math.max(width, filled) }, (_, index) => cells[index] ?? null);
}
