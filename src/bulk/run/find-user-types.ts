import { FileError } from "../file-error.ts";
import type { State } from "../state/state.ts";
import type { Target } from "../target/target.ts";

export interface UserTypesOptions {
  readonly target: Pick<Target, "listUserTypes">;
  readonly state: Pick<State, "userTypes">;
  /** Whether the list that the state keeps is taken, and nobody is asked. */
  readonly offline: boolean;
  /** Ends the listing by throwing its reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * The user types by name. Throws the `UserpushError` of a call that failed, the reason of the signal, and `FileError` where
 * nobody may be asked and no list was kept.
 */
export async function findUserTypes(options: UserTypesOptions): Promise<ReadonlyMap<string, string>> {
  const { target, state, offline, signal } = options;
  if (offline) return keptTypes(state);
  const listed = await target.listUserTypes?.({ signal });
  signal?.throwIfAborted();
  if (!listed) throw new FileError("the mapping names user types, and this API has none");
  if (!listed.ok) throw listed.error;
  return listed.data;
}

function keptTypes(state: Pick<State, "userTypes">): ReadonlyMap<string, string> {
  const kept = state.userTypes();
  if (kept) return kept.ids;
  throw new FileError("the state keeps no user types yet; run once without --offline");
}
