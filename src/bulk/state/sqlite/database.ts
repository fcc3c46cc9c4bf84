import type { DatabaseSync, StatementSync } from "node:sqlite";
import { explainFailure } from "./explain-failure.ts";

/** `power`: on disk when the call returns, even where the power fails. `process`: even where this process is killed. */
export type Durability = "power" | "process";

/** The tables of a state. What SQLite says against them comes as a `StateError`. */
export interface Database {
  readonly prepare: (sql: string) => StatementSync;
  readonly read: <Result>(work: () => Result) => Result;
  /** Does all of the work or nothing of it. It may read, and must not write within another write. */
  readonly write: <Result>(durability: Durability, work: () => Result) => Result;
  readonly close: () => void;
}

export interface DatabaseOptions {
  readonly connection: DatabaseSync;
  readonly file: string;
  /** Default: closes it and nothing more. */
  readonly closeConnection?: (connection: DatabaseSync) => void;
}

export function createDatabase({ connection, file, closeConnection }: DatabaseOptions): Database {
  let reading: NodeJS.Immediate | undefined;
  let writing = false;
  let closed = false;

  return { prepare, read, write, close };

  function prepare(sql: string): StatementSync {
    return explaining(() => connection.prepare(sql));
  }
  function read<Result>(work: () => Result): Result {
    return explaining(() => {
      holdReading();
      return work();
    });
  }
  function write<Result>(durability: Durability, work: () => Result): Result {
    return explaining(() => {
      endReading();
      connection.exec(`PRAGMA synchronous = ${durability === "power" ? "FULL" : "NORMAL"}; BEGIN IMMEDIATE`);
      return commit(work);
    });
  }
  function commit<Result>(work: () => Result): Result {
    writing = true;
    try {
      const result = work();
      connection.exec("COMMIT");
      return result;
    } catch (error) {
      rollBack();
      throw error;
    } finally {
      writing = false;
    }
  }
  /** SQLite has done so itself after some errors, such as a full disk. */
  function rollBack(): void {
    try {
      connection.exec("ROLLBACK");
    } catch {}
  }
  /** Taking the lock anew for each person would cost as much as finding them; who waits for it waits a turn of the event loop. */
  function holdReading(): void {
    if (reading || writing) return;
    connection.exec("BEGIN");
    reading = setImmediate(endReading);
  }
  function endReading(): void {
    if (!reading) return;
    clearImmediate(reading);
    reading = undefined;
    // Who read has been told of what cannot be read; here it would be an error that nobody catches.
    try {
      connection.exec("COMMIT");
    } catch {}
  }
  function close(): void {
    if (closed) return;
    closed = true;
    endReading();
    if (closeConnection) closeConnection(connection);
    else connection.close();
  }
  function explaining<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw explainFailure(error, file);
    }
  }
}
