/** What is done with each input, at most `concurrency` at a time. */
export interface SendOptions<Input, Outcome> {
  readonly inputs: AsyncIterable<Input>;
  readonly concurrency: number;
  readonly send: (input: Input) => Promise<Outcome>;
}

/**
 * Sends inputs as they come and yields outcomes as they arrive, in no order. It takes the next input only when there is
 * room for it, so that a slow API holds back the reader. When the consumer stops, nothing new is begun.
 */
export async function* sendAll<Input, Outcome>(
  options: SendOptions<Input, Outcome>,
): AsyncGenerator<Outcome> {
  const { inputs, concurrency, send } = options;
  const source = inputs[Symbol.asyncIterator]();
  const sending = new Set<Promise<Sent<Outcome>>>();
  let reading: Promise<Read<Input>> | undefined;
  let open = true;

  function begin(input: Input): void {
    const sent: Promise<Sent<Outcome>> = send(input).then((outcome) => ({ outcome, sent }));
    // A failure that nobody waits for any more, because an earlier one ended everything, is no news.
    sent.catch(() => undefined);
    sending.add(sent);
  }
  try {
    while (open || sending.size > 0) {
      if (open && sending.size < concurrency) reading ??= source.next().then((next) => ({ next }));
      const step = await Promise.race<Sent<Outcome> | Read<Input>>(reading ? [reading, ...sending] : sending);
      if ("sent" in step) {
        sending.delete(step.sent);
        yield step.outcome;
      } else {
        reading = undefined;
        if (step.next.done) open = false;
        else begin(step.next.value);
      }
    }
  } finally {
    await source.return?.();
  }
}

interface Read<Input> {
  readonly next: IteratorResult<Input>;
}

/** An outcome, and the promise that it came from: it leaves the set when it is handed on, and not before. */
interface Sent<Outcome> {
  readonly outcome: Outcome;
  readonly sent: Promise<Sent<Outcome>>;
}
