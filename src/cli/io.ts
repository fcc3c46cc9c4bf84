/** The only way in which a command reaches the world outside; tests give it another one. */
export interface Io {
  /** Writes a line of data to standard output. */
  readonly print: (line: string) => void;
  /** Waits until whoever reads standard output has caught up. */
  readonly drained: () => Promise<void>;
  /** Whether something that was printed could not be written, once that is known; not where whoever read it went away. */
  readonly isOutputLost: () => Promise<boolean>;
  /** Asks the person at the terminal for a yes; absent where there is nobody to ask. */
  readonly ask?: ((question: string) => Promise<boolean>) | undefined;
  /** Writes a line for people to standard error. */
  readonly say: (line: string) => void;
  /** Replaces the last line of a terminal; does nothing where standard error is none. */
  readonly status: (line: string) => void;
  /** Whether standard error is a terminal, where a line can be replaced. */
  readonly isTerminal: boolean;
  /** The width of the terminal at this moment; 80 where there is none. */
  readonly columns: number;
  /** How many people a list on standard output may name: a screen has an end, a file has none. */
  readonly maxListed: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl-C and by a request to terminate; the reason is the name of the signal. */
  readonly signal: AbortSignal;
}
