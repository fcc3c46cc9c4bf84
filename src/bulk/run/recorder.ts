import type { Person } from "../plan/judge.ts";
import type { Confirmed, RunningState } from "../state/state.ts";

/**
 * A group is written when it is this large, or when the last one is this long ago: whichever comes first. Larger ones would
 * save little, and while one is written nothing is sent.
 */
const MAX_GROUP = 100;
const MAX_AGE_MS = 100;

/** What became of a person who was sent. */
export interface Settled {
  readonly person: Person;
  readonly fate: "pushed" | "rejected" | "uncertain" | "notAttempted";
  readonly reference?: string | undefined;
}

export interface RecorderOptions<Outcome extends Settled> {
  readonly state: RunningState;
  readonly source: string;
  /** Called with each group once it is on disk: until then its people count as in flight. */
  readonly onSettled: (group: readonly Outcome[]) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Writes what became of people to the state, in groups: a transaction for each would cost more than the push. */
export interface Recorder<Outcome extends Settled> {
  readonly add: (outcome: Outcome) => void;
  /** Remembers that somebody unchanged is of this source now, or was delivered after all. */
  readonly keep: (person: Person) => void;
  /** Whether the group should be written now. */
  readonly isDue: () => boolean;
  readonly flush: () => void;
}

export function createRecorder<Outcome extends Settled>(
  options: RecorderOptions<Outcome>,
): Recorder<Outcome> {
  const { state, source, onSettled, now } = options;
  let group: Outcome[] = [];
  let adopted: number[] = [];
  let delivered: Confirmed[] = [];
  let flushedAt = now();

  function flush(): void {
    const settled = group;
    const confirmed = [...delivered, ...settled.filter(({ fate }) => fate === "pushed").map(toConfirmed)];
    const refused = settled
      .filter(({ fate }) => fate === "rejected" || fate === "notAttempted")
      .map(({ person }) => person.key);
    if (confirmed.length + refused.length > 0) state.settle(source, { confirmed, refused });
    if (adopted.length > 0) state.adopt(source, adopted);
    group = [];
    adopted = [];
    delivered = [];
    flushedAt = now();
    onSettled(settled);
  }
  function isDue(): boolean {
    const size = group.length + adopted.length + delivered.length;
    return size >= MAX_GROUP || (size > 0 && now() - flushedAt >= MAX_AGE_MS);
  }
  function keep(person: Person): void {
    const { known } = person;
    if (known?.uncertain) delivered.push(toConfirmed({ person }));
    else if (known && source !== "" && known.source !== source) adopted.push(known.id);
  }
  return { add: (outcome) => void group.push(outcome), keep, isDue, flush };
}

function toConfirmed({ person, reference }: { person: Person; reference?: string | undefined }): Confirmed {
  const { key, record, hash } = person;
  return { key, record, hash, reference };
}
