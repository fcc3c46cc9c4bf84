import type { Respond } from "./answer-by-document.ts";
import type { Contract } from "./contract.ts";
import { createExaminer } from "./examine.ts";
import type { Handle } from "./exchange.ts";
import { createHandle } from "./handle.ts";
import type { Prism } from "./prism.ts";
import type { ReceivedRequest } from "./received-request.ts";
import { createScript, type Script } from "./script.ts";

/** What a test does with a mock or a double beside calling it. */
export interface TestControls extends Script {
  /** What arrived since the start or the last reset, oldest first. Tokens and passwords are masked. */
  readonly requests: readonly ReceivedRequest[];
  /** Forgets what arrived and what was planned. */
  reset(): void;
}

export interface Controlled {
  readonly handle: Handle;
  readonly controls: TestControls;
}

/** Puts a test in control of whatever responds. */
export function control(
  prisms: ReadonlyMap<Contract, Prism>,
  respond: Respond,
  forget: () => void = () => undefined,
): Controlled {
  const requests: ReceivedRequest[] = [];
  const contracts = [...prisms.keys()];
  const script = createScript({
    operations: contracts.flatMap(({ operations }) => operations),
    faultCodes: contracts.flatMap(({ faultGuide }) => Object.keys(faultGuide.remedies)),
    examples: [...prisms.values()].flatMap(({ examples }) => examples),
  });
  const handle = createHandle({ contracts, examine: createExaminer(prisms), respond, script, requests });

  function reset(): void {
    requests.length = 0;
    script.clear();
    forget();
  }
  const { respondWith, failNext, setLatency } = script;
  return { handle, controls: { requests, respondWith, failNext, setLatency, reset } };
}
