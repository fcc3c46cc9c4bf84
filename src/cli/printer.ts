/** Prints lines to a stream, until it can be written no more. */
export interface Printer {
  readonly print: (line: string) => void;
  /** Hands over what was printed so far. */
  readonly flush: () => void;
  /** Waits until all that was printed is written, or nothing can be. */
  readonly settled: () => Promise<void>;
}

/**
 * What is printed within one turn goes out in one piece: a run with `--json` prints a line for each person. The first error is
 * told to `onBroken`, and ends the printing: what came after a gap would be read as if nothing were missing.
 */
export function createPrinter(
  stream: NodeJS.WritableStream,
  onBroken: (error: NodeJS.ErrnoException) => void,
): Printer {
  let lines: string[] = [];
  let isBroken = false;
  let written = Promise.resolve();
  const broken = Promise.withResolvers<void>();
  stream.on("error", end);

  function end(error: NodeJS.ErrnoException): void {
    if (isBroken) return;
    isBroken = true;
    broken.resolve();
    onBroken(error);
  }
  function print(line: string): void {
    if (isBroken) return;
    if (lines.length === 0) queueMicrotask(flush);
    lines.push(line);
  }
  function flush(): void {
    if (lines.length === 0) return;
    const text = `${lines.join("\n")}\n`;
    lines = [];
    if (!isBroken) written = write(text);
  }
  /** Standard output is told of its errors here first: the event comes a turn later. */
  function write(text: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    stream.write(text, (error) => {
      if (error) end(error);
      resolve();
    });
    return promise;
  }
  function settled(): Promise<void> {
    flush();
    return Promise.race([written, broken.promise]);
  }
  return { print, flush, settled };
}
