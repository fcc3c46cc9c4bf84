import type { Target } from "../../bulk/target/target.ts";
import type { Transport } from "../../client/transport.ts";
import type { Check } from "./check.ts";
import { checkByAsking } from "./check-answer.ts";
import { checkCertificate } from "./check-certificate.ts";
import { checkConnection, checkName, checkProxy } from "./check-connection.ts";
import { checkByListing } from "./check-opscom.ts";
import { chooseProxy } from "./choose-proxy.ts";

export interface Examination {
  readonly target: Target;
  readonly url: URL;
  readonly transport: Transport;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/** Goes the way of a request step by step, and ends at the first that fails: the rest would only fail of it. */
export async function* examine(examination: Examination): AsyncGenerator<Check> {
  const { target, url, transport, environment, signal } = examination;
  const choice = chooseProxy(url, environment);
  yield checkProxy(choice);
  const name = await checkName(choice.proxy?.hostname ?? url.hostname);
  yield name;
  if (name.outcome === "failed") return;

  const { check, socket } = await checkConnection(url, choice, signal);
  yield check;
  if (!socket) return;
  try {
    if (url.protocol === "https:") {
      const certificate = await checkCertificate({
        socket,
        host: url.hostname,
        environment,
        now: Date.now(),
      });
      yield certificate;
      if (certificate.outcome === "failed") return;
    }
  } finally {
    socket.destroy();
  }
  yield* target.listUserTypes ? await checkByListing(target) : await checkByAsking(url, transport, signal);
}
