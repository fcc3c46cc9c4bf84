const NOTHING = Buffer.alloc(0);

/** Deeper is no indentation. */
const MAX_INDENT = 1000;

/** The place of the first `{` that begins a line and is indented by no more than some blanks. */
export function findObjectLine(question: {
  readonly text: Buffer;
  readonly from: number;
  readonly indent: number;
}): number | undefined {
  const { text, from, indent } = question;
  for (const { index, 0: found } of text.toString("latin1", from).matchAll(/[\r\n][ \t]*\{/g)) {
    if (found.length - 2 <= indent) return from + index + found.length - 1;
  }
  return undefined;
}

/** By how many blanks the line is indented that begins with what stands at a place; nothing where it does not. */
export function indentOf(text: Buffer, at: number): number | undefined {
  const line = lastBlanks(text.subarray(0, at));
  return line.length === 0 ? undefined : line.length - 1;
}

/** The last line end and the blanks that follow it; empty where anything else does. */
export function lastBlanks(text: Buffer): Buffer {
  const end = text.toString("latin1", Math.max(0, text.length - MAX_INDENT));
  const length = /[\r\n][ \t]*$/.exec(end)?.[0].length ?? 0;
  return length === 0 ? NOTHING : text.subarray(-length);
}
