import { type ApiName, type Contract, contracts } from "../contract.ts";
import { createExaminer } from "../examine.ts";
import type { MockAnswer } from "../exchange.ts";
import { startPrisms } from "../prism.ts";
import { type ForwardOptions, forwardTo } from "../proxy/forward.ts";
import { holdToDocument, type Passage } from "../proxy/hold-to-document.ts";
import { createAnswerJudge } from "../proxy/judge-answer.ts";
import { readAnswer } from "../proxy/read-answer.ts";
import { checksOf, type VerifyCaller, type VerifyCheck } from "./checks.ts";
import { type Locate, readLines } from "./document-line.ts";
import type { VerifyFinding, VerifyResult } from "./finding.ts";
import { judgeOutcome } from "./judge-outcome.ts";
import { placeOf } from "./place-of.ts";

/** Which API is judged, where it is, and how patiently. */
export interface VerifyOptions extends VerifyCaller, ForwardOptions {
  readonly api: ApiName;
  /** An answer that takes longer is reported. Default: no limit. */
  readonly maxMs?: number | undefined;
}

type Bare = Pick<VerifyFinding, "kind" | "field" | "message">;

/**
 * Calls a live API through the validation proxy and yields, call by call, how it departs from its document. It writes nobody,
 * unless `keyPrefix` says how to mark test people.
 */
export async function* verifyContract(options: VerifyOptions): AsyncGenerator<VerifyResult> {
  const { api, maxMs = Number.POSITIVE_INFINITY } = options;
  const contract = contracts[api];
  const exchange = await createExchange(contract, options);
  const locate = await readLines(contract.document);
  const references = new Map<string, unknown>();
  for (const check of checksOf(api, options)) {
    const { answer, departures, elapsedMs } = await exchange(check);
    const found: Bare[] = [...departures];
    if (found.length === 0 && answer) found.push(...(await judgeOutcome(check, answer)));
    if (found.length === 0 && answer) found.push(...(await judgeReference(check, answer, references)));
    if (elapsedMs > maxMs) found.push(slow(elapsedMs, maxMs));
    const findings = found.map((one) => locateFinding(one, check, locate));
    yield { name: check.name, operation: check.operation.id, elapsedMs, findings };
  }
}

interface Exchanged extends Pick<Passage, "elapsedMs"> {
  readonly departures: readonly Bare[];
  readonly answer?: MockAnswer;
}

async function createExchange(contract: Contract, options: ForwardOptions) {
  const prisms = await startPrisms([contract]);
  const examine = createExaminer(prisms);
  let passage: Passage = { departures: [], elapsedMs: 0 };
  const pass = holdToDocument(forwardTo(options), createAnswerJudge(prisms), (one) => {
    passage = one;
  });
  return async function exchange({ request }: VerifyCheck): Promise<Exchanged> {
    try {
      const answer = await pass(await examine(request), request);
      return { ...passage, answer };
    } catch (error) {
      const { code = "no answer in time" } = error as NodeJS.ErrnoException;
      return {
        departures: [{ kind: "no answer", field: "", message: `the connection failed: ${code}` }],
        elapsedMs: 0,
      };
    }
  };
}

/** What an API calls a person is the same whenever the person is pushed. */
async function judgeReference(
  { operation, request, expected }: VerifyCheck,
  answer: MockAnswer,
  references: Map<string, unknown>,
): Promise<Bare[]> {
  const { reference, effect } = operation;
  if (expected !== "success" || effect !== "upsert" || !reference) return [];
  const { value } = await readAnswer(operation, answer);
  const person = new TextDecoder().decode(request.body);
  const current = (value as Readonly<Record<string, unknown>>)[reference];
  const earlier = references.get(person) ?? current;
  references.set(person, earlier);
  const message = `\`${reference}\` is another one when the same person is pushed again`;
  return earlier === current ? [] : [{ kind: "other reference", field: reference, message }];
}

function slow(elapsedMs: number, maxMs: number): Bare {
  const message = `the answer took ${Math.round(elapsedMs)} ms, the limit is ${maxMs} ms`;
  return { kind: "slow", field: "", message };
}

function locateFinding(one: Bare, { operation }: VerifyCheck, locate: Locate): VerifyFinding {
  const finding = { ...one, operation: operation.id };
  const place = placeOf(finding, operation);
  const located = place && locate(place);
  if (!located) return finding;
  return { ...finding, standing: located.isInferred ? "inferred" : "documented", change: located.line };
}
