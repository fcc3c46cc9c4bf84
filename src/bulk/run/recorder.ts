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
  /** Called with each group before it is written. Where it throws, nobody of the group is taken for delivered. */
  readonly onSettling: (group: readonly News[]) => void;
  /** Called with each group once it is on disk: until then its people count as in flight. */
  readonly onSettled: (group: readonly News[]) => void;
  /** Called with a group that was given up, and whether the state has taken in of it what is no delivery. */
  readonly onAbandoned: (group: readonly News[], isTakenIn: boolean) => void;
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
  /**
   * Gives up a group that could not be logged or written. Nobody of it counts as delivered, so that who may be sent twice is
   * sent again, and logged then; whatever else became of its people the state takes in, if it takes anything. Never throws
   * what the state throws: that was told before.
   */
  readonly abandon: () => void;
}

/** Whether the person may count as unchanged one night: known, and with a hash. */
export function hasHash({ known }: Person): boolean {
  return known !== undefined && known.hash !== "";
}

export function createRecorder<News>(options: RecorderOptions<News>): Recorder<News> {
  const { state, source, onSettling, onSettled, onAbandoned, now } = options;
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
  function abandon(): void {
    const { news, delivered, doubted } = group;
    const keys = delivered.map(({ key }) => key);
    const isTakenIn = hasWritten({ ...group, delivered: [], doubted: [...doubted, ...keys] });
    group = newGroup();
    onAbandoned(news, isTakenIn);
  }
  function hasWritten(rest: Group<News>): boolean {
    try {
      write(rest);
      return true;
    } catch {
      return false;
    }
  }
  function write({ delivered, resolved, refused, doubted, adopted }: Group<News>): void {
    const confirmed = [...delivered, ...resolved];
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
    if (fate === "pushed") group.delivered.push(confirm(person, reference));
    else if (fate !== "uncertain") group.refused.push(person.key);
    else if (hasHash(person)) group.doubted.push(person.key);
  }
  function keep(person: Person): void {
    const { known } = person;
    if (known?.uncertain) group.resolved.push(confirm(person, undefined));
    else if (known && source !== "" && known.source !== source) group.adopted.push(known.id);
    else return;
    group.size += 1;
  }
  function confirm({ key, record, hash }: Person, reference: string | undefined): Confirmed {
    return { key, reference, ...state.hasher.all(record, hash) };
  }
  return { add, keep, isDue, flush, abandon };
}

/** What is written in one transaction, and told of then. */
interface Group<News> {
  size: number;
  /** By this run. */
  readonly delivered: Confirmed[];
  /** Not sent, because somebody says that they were delivered before. */
  readonly resolved: Confirmed[];
  readonly refused: string[];
  readonly doubted: string[];
  readonly adopted: number[];
  readonly news: News[];
}

function newGroup<News>(): Group<News> {
  return { size: 0, delivered: [], resolved: [], refused: [], doubted: [], adopted: [], news: [] };
}
