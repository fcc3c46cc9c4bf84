import type { Database } from "./sqlite/database.ts";
import { createInterner } from "./sqlite/interner.ts";
import type { BeginningRun, PastRun, RunningState, State } from "./state.ts";

/** Runs of one destination that are remembered; older ones are forgotten as new ones begin. */
const MAX_RUNS = 1_000;

export interface RunLog
  extends Pick<State, "runs" | "unfinishedRun">,
    Pick<RunningState, "beginRun" | "finishRun"> {}

// A state of an earlier version, which only a run migrates, has no column of the input.
const SELECT = `SELECT runs.*, sources.name AS source_name
  FROM runs JOIN sources ON sources.id = runs.source`;

// What a run was allowed before the state was lost says nothing about the state since.
const LAST = `${SELECT} WHERE destination = ? AND sources.name = ?
  AND runs.id > (SELECT coalesce(max(after_run), 0) FROM hash_key) ORDER BY runs.id DESC LIMIT 1`;

const INSERT = `INSERT INTO runs (destination, source, started_at, allowed_new, allowed_changed, input)
  VALUES (?, ?, ?, ?, ?, ?)`;

const PRUNE = `DELETE FROM runs WHERE destination = ? AND id <=
  (SELECT id FROM runs WHERE destination = ? ORDER BY id DESC LIMIT 1 OFFSET ${MAX_RUNS})`;

const FINISH = "UPDATE runs SET finished_at = ?, totals = ?, stop = ? WHERE id = ?";

/** What is remembered of the runs to one destination. */
export function createRunLog(database: Database, destination: number): RunLog {
  const sources = createInterner(database, "sources");

  function runs(limit: number): readonly PastRun[] {
    const latest = database.prepare(`${SELECT} WHERE destination = ? ORDER BY runs.id DESC LIMIT ?`);
    return database.read(() => latest.all(destination, limit)).map(toRun);
  }
  function unfinishedRun(source: string, input: string): PastRun | undefined {
    const row = database.read(() => database.prepare(LAST).get(destination, source));
    if (row?.["input"] !== input) return undefined;
    const run = toRun(row);
    return run.finishedAt === undefined || run.stop !== undefined ? run : undefined;
  }
  function beginRun({ source, allowed, input }: BeginningRun): number {
    const sourceId = sources.intern(source);
    const insert = database.prepare(INSERT);
    const prune = database.prepare(PRUNE);
    const { new: news, changed } = allowed;
    return database.write("power", () => {
      const inserted = insert.run(destination, sourceId, Date.now(), news, changed, input ?? null);
      prune.run(destination, destination);
      return Number(inserted.lastInsertRowid);
    });
  }
  function finishRun(id: number, { totals, stop }: Parameters<RunLog["finishRun"]>[1]): void {
    const finish = database.prepare(FINISH);
    database.write("power", () => finish.run(Date.now(), JSON.stringify(totals), stop ?? null, id));
  }
  return { runs, unfinishedRun, beginRun, finishRun };
}

function toRun(row: Readonly<Record<string, unknown>>): PastRun {
  return {
    id: Number(row["id"]),
    source: String(row["source_name"]),
    startedAt: Number(row["started_at"]),
    allowed: { new: Number(row["allowed_new"]), changed: Number(row["allowed_changed"]) },
    ...(row["finished_at"] === null ? {} : { finishedAt: Number(row["finished_at"]) }),
    ...(row["totals"] === null ? {} : { totals: JSON.parse(String(row["totals"])) }),
    ...(row["stop"] === null ? {} : { stop: String(row["stop"]) }),
  };
}
