/** The state cannot be used. The message says what came and what to do; nothing was deleted, and nobody skipped. */
export class StateError extends Error {
  override readonly name = "StateError";
}

/** Who holds a state, as far as can be told. */
export interface Holder {
  readonly pid: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

/** Another run holds the state. */
export class StateLockedError extends Error {
  override readonly name = "StateLockedError";
  readonly holder: Holder | undefined;

  constructor({ file, holder }: { readonly file: string; readonly holder: Holder | undefined }) {
    super(`another run ${describeHolder(holder)}holds the state ${file}; wait until it ends, or end it`);
    this.holder = holder;
  }
}

function describeHolder(holder: Holder | undefined): string {
  return holder ? `(process ${holder.pid}, since ${new Date(holder.startedAt).toISOString()}) ` : "";
}
