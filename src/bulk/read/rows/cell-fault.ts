import { LOST_DIGITS } from "./malformed.ts";

/** Excel itself keeps fifteen digits, and puts zeros in place of the others. */
export const MAX_EXACT_IN_WORKBOOK = 999_999_999_999_999;

/** Why a cell makes its row malformed, by what its file holds; nothing where it does not. */
export function cellFault(cell: unknown, maxExact: number = Number.MAX_SAFE_INTEGER): string | undefined {
  return typeof cell === "number" && hasLostDigits(cell, maxExact) ? LOST_DIGITS : undefined;
}

/** An id of twenty digits would come out as another one, and several as one. */
function hasLostDigits(value: number, maxExact: number): boolean {
  return !Number.isFinite(value) || (Number.isInteger(value) && Math.abs(value) > maxExact);
}
