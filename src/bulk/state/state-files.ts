/** The files of a state: the one that it is named by, and those that lie beside it. */
export function stateFiles(file: string) {
  return {
    state: file,
    /** Of the keyed hashes; a state without it is lost. */
    key: `${file}.key`,
    lock: `${file}.lock`,
    /** Who holds the lock. */
    holder: `${file}.pid`,
    /** How the names of those begin that hold standard input while a run reads it. */
    spool: `${file}.stdin`,
    /** SQLite's own: what is committed and not yet in the state, and the index of that. */
    log: `${file}-wal`,
    logIndex: `${file}-shm`,
  };
}
