/** Prints lines to a stream. */
export interface Printer {
  readonly print: (line: string) => void;
  /** Hands over what was printed so far. */
  readonly flush: () => void;
}

/** What is printed within one turn goes out in one piece: a run with `--json` prints a line for each person. */
export function createPrinter(stream: NodeJS.WritableStream): Printer {
  let lines: string[] = [];

  function print(line: string): void {
    if (lines.length === 0) queueMicrotask(flush);
    lines.push(line);
  }
  function flush(): void {
    if (lines.length === 0) return;
    const text = `${lines.join("\n")}\n`;
    lines = [];
    stream.write(text);
  }
  return { print, flush };
}
