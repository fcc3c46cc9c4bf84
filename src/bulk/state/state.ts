import type { PersonRecord } from "../map/mapped.ts";

/**
 * Bytes, as one character each: compared by `===`, and a fraction of the memory of a `Uint8Array`. It is no text, and not to
 * be shown.
 */
export type Hash = string;

/** What is kept of a record: a hash of it, and a check of each of its fields. */
export interface RecordHashes {
  /** The names of the fields in alphabetical order; the same array for records that have the same. */
  readonly fields: readonly string[];
  /** 16 bytes over the record, and 3 for each of `fields` behind them. */
  readonly hashes: Hash;
}

/** A person whom an earlier run pushed to this destination, or may have created there. */
export interface KnownPerson extends RecordHashes {
  /** Small and dense, so that a set of people is a set of bits. */
  readonly id: number;
  readonly key: string;
  /** Whether the person was sent to an API that only creates, and nobody knows what became of it. */
  readonly uncertain: boolean;
  /** Keyed hash of the record as it was pushed last; empty where nothing is known of it. */
  readonly hash: Hash;
  /** What the API calls the person. */
  readonly reference: string | undefined;
  /** Milliseconds since 1970. */
  readonly pushedAt: number;
  /** The source that brought the person last. */
  readonly source: string;
}

/** Turns records into what may be kept of them, under a key of 32 random bytes beside the state. */
export interface Hasher {
  /** 16 bytes of HMAC-SHA-256 over the whole record, but for the fields that are made up anew each time. */
  readonly record: (record: PersonRecord) => Hash;
  /** What is to be kept of a record, of which the hash is known. */
  readonly all: (record: PersonRecord, hash: Hash) => RecordHashes;
  /** Names of the fields that differ from what was kept: other values, new fields, and fields that are gone. */
  readonly differing: (record: PersonRecord, kept: RecordHashes) => string[];
}

/** A set of people by their `id`. */
export interface SeenPeople {
  readonly add: (id: number) => void;
  readonly has: (id: number) => boolean;
}

/** What a run did, as it is remembered. */
export interface PastRun {
  readonly id: number;
  readonly source: string;
  readonly startedAt: number;
  /** Absent where the run was killed, or is going on. */
  readonly finishedAt?: number;
  /** How many people it was allowed to create and to change. */
  readonly allowed: { readonly new: number; readonly changed: number };
  /** What became of its rows, once it is finished: the totals by name. */
  readonly totals?: Readonly<Record<string, number>>;
  /** Why it ended early. */
  readonly stop?: string;
}

/** What earlier runs did at one destination. Reading it changes nothing. */
export interface State {
  /** `new`: there was no state. `keyLost`: there is one, and the key of its hashes is not beside it, or is another one. */
  readonly condition: "new" | "known" | "keyLost";
  readonly hasher: Hasher;
  /** People known at the destination; 0 where the key is lost. */
  readonly people: () => number;
  /** People whom this source brought last. */
  readonly peopleOf: (source: string) => number;
  readonly find: (key: string) => KnownPerson | undefined;
  /** The people of a source who are not among those seen, by key. Iterates; it does not collect. */
  readonly missing: (source: string, seen: SeenPeople) => AsyncIterable<KnownPerson>;
  /** Everybody who may have been created, by key. */
  readonly uncertain: () => Iterable<KnownPerson>;
  /**
   * The last run of a source, where it had this input and was killed or ended early: what it was allowed is good for nobody
   * else. Nothing where the key was lost since.
   */
  readonly unfinishedRun: (source: string, input: string) => PastRun | undefined;
  /** The latest first. */
  readonly runs: (limit: number) => readonly PastRun[];
  /** The user types as they were listed last. */
  readonly userTypes: () =>
    | { readonly listedAt: number; readonly ids: ReadonlyMap<string, string> }
    | undefined;
  readonly close: () => void;
}

/** What is kept of a run as it begins. */
export interface BeginningRun extends Pick<PastRun, "source" | "allowed"> {
  /** A digest of its people; a run without one is continued by none. */
  readonly input?: string | undefined;
}

/** One confirmed push, to be remembered. */
export interface Confirmed extends RecordHashes {
  readonly key: string;
  readonly reference: string | undefined;
}

/** The state of a running run. It holds the lock; what is written in one call is on disk together or not at all. */
export interface RunningState extends State {
  /** Throws `StateError` where the key is lost, and people of other destinations would be forgotten with it. */
  readonly beginRun: (run: BeginningRun) => number;
  readonly finishRun: (id: number, end: Required<Pick<PastRun, "totals">> & Pick<PastRun, "stop">) => void;
  /** Creates that are about to be sent. On disk, even where the power fails, when it returns. */
  readonly intend: (source: string, keys: readonly string[]) => void;
  /**
   * Known people who are about to be sent other values, or were and may not have arrived. Until they are confirmed nobody
   * knows which values the API holds, so that they have no hash and are changed, whatever the roster says of them.
   */
  readonly doubt: (keys: readonly string[]) => void;
  /**
   * What became of some pushes: who is confirmed is known from now on as of this source, or, where it is empty, as of the
   * one that brought them before; for who is refused it is as if
   * nothing had been intended; who is in neither stays uncertain.
   */
  readonly settle: (
    source: string,
    outcome: { readonly confirmed: readonly Confirmed[]; readonly refused: readonly string[] },
  ) => void;
  /** Unchanged people belong to this source from now on. */
  readonly adopt: (source: string, ids: readonly number[]) => void;
  readonly saveUserTypes: (ids: ReadonlyMap<string, string>) => void;
}
