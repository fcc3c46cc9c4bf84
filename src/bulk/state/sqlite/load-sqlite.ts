type Sqlite = typeof import("node:sqlite");

/**
 * Node's SQLite, loaded at the first call. Node 22 warns then that it is experimental, which would stand in every log of
 * a nightly push: that one warning is kept back while it loads, and no other.
 */
export function loadSqlite(): Sqlite {
  const { emitWarning } = process;
  process.emitWarning = (...warning: unknown[]) => {
    if (warning[1] !== "ExperimentalWarning") Reflect.apply(emitWarning, process, warning);
  };
  try {
    return process.getBuiltinModule("node:sqlite");
  } finally {
    process.emitWarning = emitWarning;
  }
}
