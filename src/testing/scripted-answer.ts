import type { MockAnswer } from "./exchange.ts";
import { problem } from "./refuse.ts";
import type { Route } from "./route.ts";

/** An answer as a test wrote it. */
export function answerStatus(scripted: {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | object;
}): MockAnswer {
  const { status, headers = {}, body = "" } = scripted;
  if (typeof body === "string") return { status, headers, body, findings: [] };
  const json = { "content-type": "application/json", ...headers };
  return { status, headers: json, body: JSON.stringify(body), findings: [] };
}

/** A fault in the words of the document, where it has any for the code. */
export function answerFault(
  { operation }: Route,
  { fault, status = 400 }: { readonly fault: number | string; readonly status?: number },
): MockAnswer {
  const { faults, id } = operation;
  if (!faults) return problem(500, "There is no such fault", `The document of ${id} knows no faults`);
  if (typeof fault === "string") return answerStatus({ status, body: { [faults.message]: fault } });
  if (!faults.code) return problem(500, "There is no such fault", `The faults of ${id} have no codes`);
  const meaning = faults.table?.[fault]?.meaning ?? `Fault ${fault}`;
  return answerStatus({ status, body: { [faults.code]: fault, [faults.message]: meaning } });
}
