/** What is done with each item, at most `concurrency` at a time. */
export interface SendOptions<Item, Outcome> {
  readonly items: AsyncIterable<Item>;
  readonly concurrency: number;
  readonly send: (item: Item) => Promise<Outcome>;
}

/**
 * Sends items as they come and yields outcomes as they arrive, in no order. It takes the next item only when there is
 * room for it, so that a slow API holds back the reader. When the consumer stops, nothing new is begun.
 */
export async function* sendAll<Item, Outcome>({
  items,
  concurrency,
  send,
}: SendOptions<Item, Outcome>): AsyncGenerator<Outcome> {
  const inFlight = new Set<Promise<Outcome>>();
  const source = items[Symbol.asyncIterator]();
  try {
    for (let next = await source.next(); !next.done; next = await source.next()) {
      const sending = send(next.value);
      inFlight.add(sending);
      if (inFlight.size < concurrency) continue;
      yield await firstOf(inFlight);
    }
    while (inFlight.size > 0) yield await firstOf(inFlight);
  } finally {
    await source.return?.();
  }
}

async function firstOf<Outcome>(inFlight: Set<Promise<Outcome>>): Promise<Outcome> {
  const { outcome, sending } = await Promise.race(
    [...inFlight].map(async (one) => ({ outcome: await one, sending: one })),
  );
  inFlight.delete(sending);
  return outcome;
}
