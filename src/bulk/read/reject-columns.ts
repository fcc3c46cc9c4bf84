/** What a file of rejects has beyond the columns of the roster: where a row stood, and what is wrong with it. */
export const REJECT_COLUMNS = ["userpush_row", "userpush_field", "userpush_code", "userpush_reason"] as const;

/** Whether a header is that of a file of rejects. */
export function endsWithRejectColumns(header: readonly string[]): boolean {
  const end = header.slice(-REJECT_COLUMNS.length);
  return end.length === REJECT_COLUMNS.length && REJECT_COLUMNS.every((name, index) => end[index] === name);
}
