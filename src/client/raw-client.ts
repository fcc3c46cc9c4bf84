import type { CallFacts } from "../contract/operation.ts";
import type { Codec } from "../wire/codec.ts";
import { completeError } from "./complete-error.ts";
import type { ClientContext } from "./create-operation.ts";
import { isUncertain } from "./decide-retry.ts";
import type { RawClient } from "./openapi-fetch.ts";
import { sendOnce } from "./send-once.ts";

export type { RawClient };

/** What a client of openapi-fetch can do: a call for each method of HTTP, and middleware. */
const METHODS = "request GET PUT POST DELETE OPTIONS HEAD PATCH TRACE use eject".split(" ");

type Method = (...args: unknown[]) => unknown;

/**
 * Makes the typed openapi-fetch client of an API. It sends what it is given, token included, once: it neither checks
 * nor repeats anything, but follows no redirect and ends at the deadline, body included.
 * It is loaded with its first use, because most programs never use it; what is asked of it keeps its order.
 */
export function createRawClient<Paths extends object>(
  facts: CallFacts,
  codecs: readonly [Codec, ...Codec[]],
  context: ClientContext,
): RawClient<Paths> {
  let loading: Promise<unknown> | undefined;
  const methods = METHODS.map((name) => {
    async function method(...args: unknown[]): Promise<unknown> {
      loading ??= import("./guarded-raw.ts").then(({ createGuardedRaw }) =>
        createGuardedRaw<Paths>(facts, codecs, context, [sendOnce, completeError, isUncertain]),
      );
      const client = (await loading) as Readonly<Record<string, Method>>;
      return client[name]?.(...args);
    }
    return [name, method];
  });
  return Object.fromEntries(methods) as RawClient<Paths>;
}
