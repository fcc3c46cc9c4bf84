import type { Contract } from "../contract.ts";
import type { MockAnswer } from "../exchange.ts";
import type { Prism } from "../prism.ts";
import type { Route } from "../route.ts";
import type { Departure, DepartureKind, Found } from "./departure.ts";
import { judgeMembers } from "./judge-members.ts";
import { isFault, mediaTypeOf, readAnswer } from "./read-answer.ts";

export type JudgeAnswer = (route: Route, answer: MockAnswer) => Promise<Departure[]>;

/** The status that stands for every success in our documents; any other 2xx is one too, and departs from them. */
const SUCCESS = 200;

/** Holds answers to the documents, by Prism and by the generated rules. What either of them finds counts. */
export function createAnswerJudge(prisms: ReadonlyMap<Contract, Prism>): JudgeAnswer {
  return async function judgeAnswer(route, answer) {
    const found = await judge(route, answer, prisms.get(route.contract) as Prism);
    return found.map((one) => ({ ...one, operation: route.operation.id }));
  };
}

async function judge(route: Route, answer: MockAnswer, prism: Prism): Promise<Found[]> {
  const { status } = answer;
  if (status >= 300 && status < 400) return [depart("redirect", `status ${status} sends the caller on`)];
  const judged = isSuccess(status) ? SUCCESS : status;
  const documented = prism.mediaTypes(route.operation.path, judged);
  // Where the document says nothing of a body, whatever comes is as good as anything else.
  if (documented.length === 0) return [];
  const mediaType = mediaTypeOf(answer.headers);
  if (mediaType && !documented.includes(mediaType)) {
    return [depart("media type", `status ${status} came as ${mediaType}`)];
  }
  const missing = mediaType
    ? []
    : [depart("no content type", `status ${status} came without a Content-Type`)];
  return [...missing, ...(await judgeBody(route, answer, mediaType ?? documented[0], prism))];
}

async function judgeBody(
  route: Route,
  answer: MockAnswer,
  mediaType: string | undefined,
  prism: Prism,
): Promise<Found[]> {
  const { operation } = route;
  const { status } = answer;
  const { value, findings } = await readAnswer(operation, answer);
  if (findings.length > 0) return findings.map(({ field, message }) => ({ kind: "syntax", field, message }));
  if (!isSuccess(status)) return askPrism(route, { status, mediaType, body: value }, prism);
  if (isFault(operation.faults, value)) {
    return [depart("fault in a success", `a fault came with status ${status}`)];
  }
  const other = depart("status", `a success came with status ${status}, and not with ${SUCCESS}`);
  const own = judgeMembers(operation.answer, value);
  const asDocumented = { status: SUCCESS, mediaType, body: value };
  const found = own.length > 0 ? own : await askPrism(route, asDocumented, prism);
  return status === SUCCESS ? found : [other, ...found];
}

const KINDS: Readonly<Record<string, DepartureKind>> = { required: "missing member", type: "wrong type" };

/** Prism knows the bodies of faults, and has a say of its own about every other. */
async function askPrism(
  { operation, parameters }: Route,
  answer: Parameters<Prism["judge"]>[1],
  prism: Prism,
): Promise<Found[]> {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? "");
  const violations = await prism.judge(path, answer);
  return violations.map(({ path: [, ...field], code, message }) => ({
    kind: KINDS[code] ?? "wrong value",
    field: field.join("."),
    message,
  }));
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function depart(kind: DepartureKind, message: string): Found {
  return { kind, field: "", message };
}
