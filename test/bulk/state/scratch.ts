import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { onTestFinished } from "vitest";
import type { PersonRecord } from "../../../src/bulk/map/mapped.ts";
import { openState } from "../../../src/bulk/state/open-state.ts";
import { readState } from "../../../src/bulk/state/read-state.ts";
import { createSeenPeople } from "../../../src/bulk/state/seen-people.ts";
import type { KnownPerson, RunningState, State } from "../../../src/bulk/state/state.ts";
import type { StateOptions } from "../../../src/bulk/state/state-options.ts";

export const SOURCE = "roster.csv";
export const ANN: PersonRecord = { unique_id: "1", first_name: "Ann", user_type: 6 };

/** A state in a folder of its own, which goes with the test. */
export function scratchState(destination = "opscom https://a.example OC_TOMA"): StateOptions {
  const folder = mkdtempSync(join(tmpdir(), "state-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { file: join(folder, "state.db"), destination };
}

/** Opens a state and begins a run; it is closed when the test ends, if not before. */
export function beginState(options: StateOptions): RunningState {
  const state = openState(options);
  onTestFinished(() => state.close());
  state.beginRun({ source: SOURCE, allowed: { new: 10, changed: 0 } });
  return state;
}

/** Reads a state for as long as the test lasts. */
export function look(options: StateOptions): State {
  const state = readState(options);
  onTestFinished(() => state.close());
  return state;
}

/** The people of a source whom nobody has seen, all of them. */
export async function missingOf(
  state: State,
  source = SOURCE,
  seen = createSeenPeople(),
): Promise<KnownPerson[]> {
  const people: KnownPerson[] = [];
  for await (const person of state.missing(source, seen)) people.push(person);
  return people;
}

export function confirm(
  state: RunningState,
  key: string,
  record = ANN,
  reference: string | undefined = "OC1",
) {
  return { key, reference, ...state.hasher.all(record, state.hasher.record(record)) };
}

/** Remembers that some people were pushed, in a run of its own. */
export function pushed(options: StateOptions, ...keys: string[]): void {
  const state = openState(options);
  const id = state.beginRun({ source: SOURCE, allowed: { new: keys.length, changed: 0 } });
  state.settle(SOURCE, { confirmed: keys.map((key) => confirm(state, key)), refused: [] });
  state.finishRun(id, { totals: { read: keys.length, pushed: keys.length } });
  state.close();
}

/** Name, and digest of the content, of every file beside a state. */
export function filesBeside({ file }: StateOptions): Record<string, string> {
  const folder = join(file, "..");
  const digest = (name: string) =>
    createHash("sha256")
      .update(readFileSync(join(folder, name)))
      .digest("hex");
  return Object.fromEntries(readdirSync(folder).map((name) => [name, digest(name)]));
}

/** Writes into a state what userpush itself would not. */
export function sql(file: string, text: string): void {
  const database = new DatabaseSync(file);
  database.exec(text);
  database.close();
}

/** The keys of all people of a state, whatever its key is. */
export function keysOnDisk(file: string): unknown[] {
  const database = new DatabaseSync(file);
  const rows = database.prepare("SELECT key FROM people ORDER BY key").all();
  database.close();
  return rows.map(({ key }) => key);
}
