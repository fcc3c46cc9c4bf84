import type { Row } from "../../../src/bulk/read/row.ts";
import type { RowReader } from "../../../src/bulk/read/rows/row-reader.ts";

/** Feeds a reader as a file does: in chunks, of which each overwrites the one before. */
export function feed(reader: RowReader, content: string | Buffer, chunkBytes = 65_536): readonly Row[] {
  const bytes = Buffer.from(content);
  const chunk = Buffer.alloc(chunkBytes);
  const rows: Row[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const length = bytes.copy(chunk, 0, at, at + chunkBytes);
    for (const row of reader.read(chunk.subarray(0, length))) rows.push(row);
  }
  return rows.concat(reader.end());
}

/** A row as `LINE CELL|CELL`, or as `LINE !` and the first words of what is wrong with it. */
export function show({ line, cells, malformed }: Row): string {
  return malformed ? `${line} !${malformed.slice(0, 24)}` : `${line} ${cells.join("|")}`;
}
