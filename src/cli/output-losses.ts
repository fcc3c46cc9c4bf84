import type { ExitCode } from "./exit-codes.ts";
import type { Io } from "./io.ts";
import { reportFailure } from "./report-failure.ts";

/** The outputs of a run that cannot be written, by their files: each is told of once, and the others are completed. */
export interface OutputLosses {
  /** Does some work on an output. Where it throws, the output is lost, and nothing is returned. */
  readonly guard: <Result>(file: string, work: () => Result) => Result | undefined;
  /** The same of work that takes time. */
  readonly guardAsync: <Result>(file: string, work: () => Promise<Result>) => Promise<Result | undefined>;
  /** Remembers one that is told of elsewhere. */
  readonly mark: (file: string) => void;
  readonly has: (file: string) => boolean;
  /** What speaks against having everything; that of a bug, where there was one. Nothing where nothing was lost. */
  readonly exitCode: () => ExitCode | undefined;
}

export function createOutputLosses(io: Pick<Io, "say" | "environment">): OutputLosses {
  const lost = new Map<string, ExitCode>();

  function lose(file: string, error: unknown): undefined {
    if (!lost.has(file)) lost.set(file, reportFailure(error, io));
  }
  function mark(file: string): void {
    if (!lost.has(file)) lost.set(file, 2);
  }
  function guard<Result>(file: string, work: () => Result): Result | undefined {
    try {
      return work();
    } catch (error) {
      return lose(file, error);
    }
  }
  async function guardAsync<Result>(file: string, work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work();
    } catch (error) {
      return lose(file, error);
    }
  }
  function exitCode(): ExitCode | undefined {
    const codes = [...lost.values()];
    return codes.includes(70) ? 70 : codes[0];
  }
  return { guard, guardAsync, mark, has: (file) => lost.has(file), exitCode };
}
