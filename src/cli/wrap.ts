const INDENT = "  ";

/** Longer lines are hard to read, however wide the terminal is. */
const MAX_WIDTH = 100;
/** A column of text that is narrower than this goes below its name instead. */
const MIN_TEXT = 30;
/** A name that is longer stands on a line of its own. */
const MAX_NAME = 26;

/** Breaks a text between words into lines of at most so many characters; a longer word stands alone. */
export function wrap(text: string, columns: number): string[] {
  const width = Math.min(columns, MAX_WIDTH);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Names with a text each, in two columns; one below the other where there is no room for two. */
export function twoColumns(rows: readonly (readonly [string, string])[], columns: number): string[] {
  const lengths = rows.map(([name]) => name.length).filter((length) => length <= MAX_NAME);
  const nameWidth = Math.max(0, ...lengths);
  const textWidth = Math.min(columns, MAX_WIDTH) - nameWidth - 2 * INDENT.length;
  if (textWidth < MIN_TEXT) return rows.flatMap((row) => stacked(row, columns));
  const margin = " ".repeat(nameWidth + 2 * INDENT.length);
  return rows.flatMap(([name, text]) => {
    const lines = wrap(text, textWidth).map((line) => margin + line);
    const [first = "", ...rest] = lines;
    const beside = `${INDENT}${name.padEnd(nameWidth)}${INDENT}${first.trimStart()}`;
    return name.length <= nameWidth ? [beside, ...rest] : [INDENT + name, ...lines];
  });
}

function stacked([name, text]: readonly [string, string], columns: number): string[] {
  const margin = INDENT.repeat(3);
  return [INDENT + name, ...wrap(text, columns - margin.length).map((line) => margin + line)];
}
