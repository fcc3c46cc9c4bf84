/** What a file of rejects has beside the columns of its roster: where a row stood, and why it was not taken. */
export const REJECT_COLUMNS = ["userpush_row", "userpush_field", "userpush_code", "userpush_reason"] as const;
