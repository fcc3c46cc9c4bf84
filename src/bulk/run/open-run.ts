import { normalize } from "node:path";
import { createMapper, type Mapper } from "../map/create-mapper.ts";
import { needsUserTypes, randomFields } from "../map/mapping.ts";
import { openRoster } from "../read/open-roster.ts";
import type { Roster } from "../read/roster.ts";
import type { State } from "../state/state.ts";
import { stateFiles } from "../state/state-files.ts";
import type { StateOptions } from "../state/state-options.ts";
import { findUserTypes } from "./find-user-types.ts";
import { inAnyCase } from "./in-any-case.ts";
import type { RunOptions } from "./run-options.ts";

/** All that a run reads from, open. */
export interface OpenRun<AnyState extends State> {
  readonly roster: Roster;
  readonly state: AnyState;
  readonly mapper: Mapper;
  /** The user types that were listed for it, where the mapping speaks of them by name. */
  readonly userTypes: ReadonlyMap<string, string> | undefined;
  /** Whom the roster speaks for. */
  readonly source: string;
  readonly close: () => Promise<void>;
}

/** Rejects that were mended belong to no source: they are part of a roster, and nobody is missing from them. */
const NO_SOURCE = "";

/** A path by whatever spelling is the same file: its people would not be missing from another one. */
function sourceOf(files: readonly string[]): string {
  return files.map((file) => normalize(file)).join(", ");
}

/**
 * Opens the files, the state and the mapping of a run. Whatever it throws, nothing stays open: `FileError`,
 * `MappingError`, `StateError`, `StateLockedError`, the `UserpushError` of listing the user types, and the signal's reason.
 */
export async function openRun<AnyState extends State>(
  options: RunOptions,
  openAnyState: (options: StateOptions) => AnyState,
): Promise<OpenRun<AnyState>> {
  const { target, mapping, stateFile, offline = false, signal } = options;
  const roster = await openRoster({ ...options, spool: stateFiles(stateFile).spool });
  let state: AnyState | undefined;
  const close = () => inAnyCase(async () => state?.close(), roster.close);
  try {
    state = openAnyState({
      file: stateFile,
      destination: target.destination,
      exclude: randomFields(mapping),
    });
    const asked = { target, state, offline, signal };
    const userTypes = needsUserTypes(mapping) ? await findUserTypes(asked) : undefined;
    const mapper = createMapper({ fields: target.fields, mapping, userTypes });
    const source = roster.isMendedRejects ? NO_SOURCE : (options.source ?? sourceOf(roster.files));
    return { roster, state, mapper, userTypes, source, close };
  } catch (error) {
    return inAnyCase(() => Promise.reject(error), close);
  }
}
