import { HALF_CHARACTER, HOLDS_NUL, LOST_DIGITS } from "./malformed.ts";

/** Excel itself keeps fifteen digits, and puts zeros in place of the others. */
export const MAX_EXACT_IN_WORKBOOK = 999_999_999_999_999;

/** Why a cell makes its row malformed, by what its file holds; nothing where it does not. */
export function cellFault(cell: unknown, maxExact: number = Number.MAX_SAFE_INTEGER): string | undefined {
  if (typeof cell === "number") return hasLostDigits(cell, maxExact) ? LOST_DIGITS : undefined;
  return typeof cell === "string" ? textFault(cell) : undefined;
}

/** An id of twenty digits would come out as another one, and several as one. */
function hasLostDigits(value: number, maxExact: number): boolean {
  return !Number.isFinite(value) || (Number.isInteger(value) && Math.abs(value) > maxExact);
}

/** An escape, as of JSON, can write what no bytes of UTF-8 can. */
function textFault(text: string): string | undefined {
  if (text.includes("\0")) return HOLDS_NUL;
  return text.isWellFormed() ? undefined : HALF_CHARACTER;
}
