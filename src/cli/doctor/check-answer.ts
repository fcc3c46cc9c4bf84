import type { Transport } from "../../client/transport.ts";
import { type Check, failed, notChecked, ok } from "./check.ts";
import { codeOf } from "./check-connection.ts";

const ANSWER_TIMEOUT_MS = 10_000;

const ONLY_CREATES = "this API only creates people, so nothing short of creating one would tell";

/** Asks for the base URL, without a token: an API that only creates has no call that could be tried. */
export async function checkByAsking(
  url: URL,
  transport: Transport,
  signal: AbortSignal,
): Promise<readonly Check[]> {
  return [await askHost(url, transport, signal), notChecked("token", ONLY_CREATES)];
}

async function askHost(url: URL, transport: Transport, signal: AbortSignal): Promise<Check> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]);
  const request = { url: url.href, method: "GET", headers: {}, body: "", signal: limit };
  try {
    const answer = await transport(request);
    await answer.read(() => undefined);
    return judge(answer.status, answer.headers().get("location"), url);
  } catch (error) {
    const advice = "Try again; if it stays so, ask whoever runs the host.";
    return failed({ subject: "answer", found: `no answer (${codeOf(error)})`, advice, exitCode: 5 });
  }
}

function judge(status: number, location: string | null, url: URL): Check {
  const elsewhere = location && URL.canParse(location, url) ? new URL(location, url) : undefined;
  if (elsewhere && elsewhere.origin !== url.origin) {
    const advice = `Use ${elsewhere.origin} in the base URL, if that is where the API is: a request that holds a token follows nobody.`;
    return failed({
      subject: "answer",
      found: `it leads to ${elsewhere.origin} (HTTP ${status})`,
      advice,
      exitCode: 4,
    });
  }
  if (status < 500)
    return ok("answer", `it answers (HTTP ${status}); whether it is the API is seen by pushing`);
  const advice = "The host is there and not well; try again later.";
  return failed({ subject: "answer", found: `HTTP ${status}`, advice, exitCode: 5 });
}
