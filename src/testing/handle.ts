import { answerByDocument, type Respond } from "./answer-by-document.ts";
import type { Contract } from "./contract.ts";
import type { Examine } from "./examine.ts";
import type { Handle, MockAnswer, MockRequest } from "./exchange.ts";
import { type ReceivedRequest, recordRequest } from "./received-request.ts";
import { problem } from "./refuse.ts";
import { findRoute } from "./route.ts";
import type { Scripted } from "./script.ts";
import { answerFault, answerStatus } from "./scripted-answer.ts";
import { parseTarget } from "./target.ts";

export interface HandleOptions {
  readonly contracts: readonly Contract[];
  readonly examine: Examine;
  readonly respond: Respond;
  readonly script: Scripted;
  /** Gets every request that is handled. */
  readonly requests: ReceivedRequest[];
}

/** Examines a request, keeps it for the test, and answers it, unless the script has something else in mind. */
export function createHandle({ contracts, examine, respond, script, requests }: HandleOptions): Handle {
  async function handle(request: MockRequest): ReturnType<Handle> {
    const step = script.next(operationOf(contracts, request));
    const wish = typeof step === "object" && "example" in step ? step : undefined;
    const examined = await examine(wish ? preferring(request, wish) : request);
    requests.push(recordRequest(request, examined));
    await script.delay();
    if (step === "reset" || step === "stall") return step;
    if (wish) return answerByDocument(examined);
    if (typeof step === "object") {
      if (!("fault" in step)) return answerStatus(step as { status: number });
      return examined.refusal ?? answerFault(examined.route, step);
    }
    const answer = await respond(examined, request);
    return step === "lostAnswer" ? "reset" : answer;
  }
  return (request) => handle(request).catch(answerBug);
}

/** What went wrong may quote the request, so it is not repeated. */
function answerBug(): MockAnswer {
  const report = "This is a bug of userpush; please report the request that caused it";
  return problem(500, "The mock failed", report);
}

function operationOf(contracts: readonly Contract[], { target }: MockRequest): string | undefined {
  const url = parseTarget(target);
  return url && findRoute(contracts, url.pathname)?.operation.id;
}

/** The request as if its sender had asked for the example. */
function preferring(
  request: MockRequest,
  { example, status }: { example: string; status?: number },
): MockRequest {
  const prefer = `example=${JSON.stringify(example)}${status ? `, code=${status}` : ""}`;
  return { ...request, headers: { ...request.headers, prefer } };
}
