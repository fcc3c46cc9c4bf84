/** What a file of rejects has beyond the columns of the roster: where a row stood, and what is wrong with it. */
export const REJECT_COLUMNS = ["userpush_row", "userpush_field", "userpush_code", "userpush_reason"] as const;

/** Whether a column is one of these. A spreadsheet in which rejects are mended may change the case of a header. */
export function isRejectColumn(column: string): boolean {
  return toRejectColumn(column) !== undefined;
}

/** Whether a header is that of a file of rejects: it has all of these columns, wherever somebody put others. */
export function hasRejectColumns(header: readonly string[]): boolean {
  return new Set(header.flatMap((column) => toRejectColumn(column) ?? [])).size === REJECT_COLUMNS.length;
}

function toRejectColumn(column: string): string | undefined {
  const name = column.trim().toLowerCase();
  return REJECT_COLUMNS.find((one) => one === name);
}
