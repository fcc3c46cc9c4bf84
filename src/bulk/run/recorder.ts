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

export interface RecorderOptions<News> {
  readonly state: RunningState;
  readonly source: string;
  /** Called with each group before it is written. */
  readonly onSettling: (group: readonly News[]) => void;
  /** Called with each group once it is on disk: until then its people count as in flight. */
  readonly onSettled: (group: readonly News[]) => void;
  /** Milliseconds of a clock that nobody sets. */
  readonly now: () => number;
}

/** Writes what became of people to the state, in groups: a transaction for each would cost more than the push. */
export interface Recorder<News> {
  /** Nothing of the person is held until the group is written but what is to be written, and what is to be told then. */
  readonly add: (settled: Settled, news: News) => void;
  /** Remembers that somebody unchanged is of this source now, or was delivered after all. */
  readonly keep: (person: Person) => void;
  /** Whether the group should be written now. Not where that has failed: then the run ends, and its end tries it once more. */
  readonly isDue: () => boolean;
  /** Throws what the state throws, and keeps the group then. */
  readonly flush: () => void;
}

/** Whether the person may count as unchanged one night: known, and with a hash. */
export function hasHash({ known }: Person): boolean {
  return known !== undefined && known.hash !== "";
}

export function createRecorder<News>(options: RecorderOptions<News>): Recorder<News> {
  const { state, source, onSettling, onSettled, now } = options;
  let group = newGroup<News>();
  let flushedAt = now();
  let hasFailed = false;

  function flush(): void {
    const { news } = group;
    hasFailed = true;
    onSettling(news);
    write(group);
    hasFailed = false;
    group = newGroup();
    flushedAt = now();
    onSettled(news);
  }
  function write({ confirmed, refused, doubted, adopted }: Group<News>): void {
    if (doubted.length > 0) state.doubt(doubted);
    if (confirmed.length + refused.length > 0) state.settle(source, { confirmed, refused });
    if (adopted.length > 0) state.adopt(source, adopted);
  }
  function isDue(): boolean {
    if (hasFailed) return false;
    return group.size >= MAX_GROUP || (group.size > 0 && now() - flushedAt >= MAX_AGE_MS);
  }
  function add({ person, fate, reference }: Settled, news: News): void {
    group.size += 1;
    group.news.push(news);
    if (fate === "pushed") confirm(person, reference);
    else if (fate !== "uncertain") group.refused.push(person.key);
    else if (hasHash(person)) group.doubted.push(person.key);
  }
  function keep(person: Person): void {
    const { known } = person;
    if (known?.uncertain) confirm(person, undefined);
    else if (known && source !== "" && known.source !== source) group.adopted.push(known.id);
    else return;
    group.size += 1;
  }
  function confirm({ key, record, hash }: Person, reference: string | undefined): void {
    group.confirmed.push({ key, reference, ...state.hasher.all(record, hash) });
  }
  return { add, keep, isDue, flush };
}

/** What is written in one transaction, and told of then. */
interface Group<News> {
  size: number;
  readonly confirmed: Confirmed[];
  readonly refused: string[];
  readonly doubted: string[];
  readonly adopted: number[];
  readonly news: News[];
}

function newGroup<News>(): Group<News> {
  return { size: 0, confirmed: [], refused: [], doubted: [], adopted: [], news: [] };
}
