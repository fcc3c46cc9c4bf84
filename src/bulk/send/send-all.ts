export interface SendOptions<Input, Outcome> {
  /** They come in batches: waiting for each of them would cost more than sending it. */
  readonly inputs: AsyncIterable<readonly Input[]>;
  /** Called for every input, also when the run is to end: then it answers at once that nothing was begun. */
  readonly send: (input: Input) => Promise<Outcome>;
  /** How many inputs may be on their way; asked anew for each. */
  readonly concurrency: () => number;
}

/** Outcomes that wait for the consumer; more of them hold back the sending. */
const MAX_WAITING = 1_024;

/**
 * Sends inputs as they come and yields the outcomes that have arrived, in no order, each exactly once. It asks for the
 * next batch when less is left than may be on their way: early enough that nobody waits for the reader, and late enough that
 * a slow API holds it back.
 * When the consumer stops, nothing new is begun, and what is on its way is waited for: nothing is sent after the end.
 * Throws what `inputs` or `send` throw, after the outcomes of all that was begun.
 */
export async function* sendAll<Input, Outcome>(
  options: SendOptions<Input, Outcome>,
): AsyncGenerator<readonly Outcome[], void, undefined> {
  const sending = startSending(options);
  try {
    while (!sending.isOver()) {
      const outcomes = sending.takeOutcomes();
      if (outcomes.length > 0) yield outcomes;
      else await sending.change();
    }
    sending.throwFailure();
  } finally {
    await sending.close();
  }
}

/** The sending itself, which goes on while its consumer is busy. */
interface Sending<Outcome> {
  readonly isOver: () => boolean;
  readonly takeOutcomes: () => readonly Outcome[];
  /** Resolves when an outcome has come, or nothing more will. */
  readonly change: () => Promise<void>;
  readonly throwFailure: () => void;
  readonly close: () => Promise<void>;
}

function startSending<Input, Outcome>(options: SendOptions<Input, Outcome>): Sending<Outcome> {
  const { inputs, send, concurrency } = options;
  const source = inputs[Symbol.asyncIterator]();
  let waiting: readonly Input[] = [];
  let begun = 0;
  let onTheirWay = 0;
  let isReading = false;
  let hasMore = true;
  let isStopped = false;
  let outcomes: Outcome[] = [];
  let failure: { readonly error: unknown } | undefined;
  let wake: () => void = () => undefined;

  const left = () => waiting.length - begun;
  const isHeldBack = () => isStopped || outcomes.length >= MAX_WAITING;

  function fill(): void {
    while (left() > 0 && onTheirWay < concurrency() && !isHeldBack()) {
      onTheirWay += 1;
      send(waiting[begun++] as Input).then(arrive, fail);
    }
    if (hasMore && !isReading && left() < concurrency() && !isHeldBack()) read();
  }
  function read(): void {
    isReading = true;
    source.next().then(takeBatch, stop);
  }
  function takeBatch(next: IteratorResult<readonly Input[]>): void {
    isReading = false;
    if (next.done) hasMore = false;
    else [waiting, begun] = [[...waiting.slice(begun), ...next.value], 0];
    fill();
    wake();
  }
  function arrive(outcome: Outcome): void {
    onTheirWay -= 1;
    outcomes.push(outcome);
    fill();
    wake();
  }
  function fail(error: unknown): void {
    onTheirWay -= 1;
    stop(error);
  }
  function stop(error: unknown): void {
    isStopped = true;
    failure ??= { error };
    wake();
  }
  function takeOutcomes(): readonly Outcome[] {
    const taken = outcomes;
    outcomes = [];
    fill();
    return taken;
  }
  function change(): Promise<void> {
    return new Promise((resolve) => {
      wake = resolve;
    });
  }
  async function close(): Promise<void> {
    isStopped = true;
    while (onTheirWay > 0) await change();
    await source.return?.();
  }
  return {
    isOver: () => (isStopped || (!hasMore && left() === 0)) && onTheirWay === 0 && outcomes.length === 0,
    takeOutcomes,
    change,
    throwFailure: () => {
      if (failure) throw failure.error;
    },
    close,
  };
}
