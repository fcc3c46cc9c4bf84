/**
 * Does some work and then each of the endings, whatever fails before them. Throws the first failure: what fails after it is
 * most often its consequence, and says less.
 */
export async function inAnyCase<Result>(
  work: () => Promise<Result>,
  ...endings: readonly (() => Promise<void> | void)[]
): Promise<Result> {
  const [ending, ...others] = endings;
  if (!ending) return work();
  const result = await attempt(work);
  const ended = await attempt(() => inAnyCase(async () => ending(), ...others));
  if ("error" in result) throw result.error;
  if ("error" in ended) throw ended.error;
  return result.value;
}

type Attempt<Result> = { readonly value: Result } | { readonly error: unknown };

async function attempt<Result>(work: () => Promise<Result>): Promise<Attempt<Result>> {
  try {
    return { value: await work() };
  } catch (error) {
    return { error };
  }
}
