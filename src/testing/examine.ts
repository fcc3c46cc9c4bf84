import type { Encoding, OperationFacts } from "../contract/operation.ts";
import type { Contract } from "./contract.ts";
import { decodeBody } from "./decode-body.ts";
import type { Finding, MockAnswer, MockRequest } from "./exchange.ts";
import { createJudge, type Judge, withoutMisplacedSecret } from "./judge.ts";
import { parsePrefer } from "./prefer.ts";
import type { Prism, PrismAnswer } from "./prism.ts";
import { problem, refuse } from "./refuse.ts";
import { findRoute, type Route } from "./route.ts";
import { parseTarget } from "./target.ts";

/** What a request says, member by member. */
export interface Said {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Nothing, where the body could not be read. */
  readonly body: unknown;
}

/** A request that breaks its contract, and the answer that says so. */
export interface Refused {
  readonly refusal: MockAnswer;
  /** Absent where no document describes the path. */
  readonly route?: Route;
  readonly said?: Said;
}

/** A request that keeps its contract, and what the document answers to it. */
export interface Accepted {
  readonly refusal?: undefined;
  readonly route: Route;
  readonly said: Said;
  readonly documented: PrismAnswer;
}

export type Examined = Refused | Accepted;
export type Examine = (request: MockRequest) => Promise<Examined>;

/**
 * Reads and judges requests. Two judges sit over every one: Prism, which reads the document itself, and the rules that were
 * generated from it. What either of them refuses is refused.
 */
export function createExaminer(prisms: ReadonlyMap<Contract, Prism>): Examine {
  const contracts = [...prisms.keys()];
  const operations = contracts.flatMap((one) => one.operations);
  const judges = new Map(operations.map((one) => [one, createJudge(one)]));

  return async function examine(request) {
    const url = parseTarget(request.target);
    const route = url && findRoute(contracts, url.pathname);
    if (!route) return { refusal: problem(404, "Not found", "No document describes this path") };
    if (request.method !== route.operation.method) return { route, refusal: wrongMethod(route.operation) };
    const judge = judges.get(route.operation) as Judge;
    return examineBody(route, request, url, judge, prisms.get(route.contract) as Prism);
  };
}

async function examineBody(
  route: Route,
  request: MockRequest,
  url: URL,
  judge: Judge,
  prism: Prism,
): Promise<Examined> {
  const { operation, parameters } = route;
  const { "content-type": contentType } = request.headers;
  const encoding = findEncoding(operation, contentType);
  if (!encoding) return { route, refusal: refuse(route, 415, [unsupported(operation, contentType)]) };
  const query = Object.fromEntries(url.searchParams);
  const { value: body, findings } = await decodeBody(request.body, encoding, operation);
  const said = { path: parameters, query, body };
  const inWire = findings.map((one) => ({ ...one, in: "body" as const }));
  const found = [...judge.parameters(parameters, query), ...inWire];
  const own = body === undefined ? found : [...found, ...judge.body(body)];
  const told = withoutMisplacedSecret(operation, query, body, own);
  if (told.length > 0) return { route, said, refusal: refuse(route, 400, told) };
  return askPrism(route, said, request, url, prism);
}

async function askPrism(
  route: Route,
  said: Said,
  { headers }: MockRequest,
  { pathname: path }: URL,
  prism: Prism,
): Promise<Examined> {
  const accept = readAccept(headers["accept"]);
  if (accept === "") {
    return { route, said, refusal: problem(406, "Not acceptable", "The Accept header names no media type") };
  }
  const { query, body } = said;
  const asked = { template: route.operation.path, path, query, accept, body };
  const documented = await prism.answer(asked, parsePrefer(headers["prefer"]));
  const violations = documented.violations.map(toFinding);
  if (violations.length > 0) return { route, said, refusal: refuse(route, 400, violations) };
  return { route, said, documented };
}

/** Prism fails on what is no media type; without it, the header says what it can. */
function readAccept(header: string | undefined): string | undefined {
  const mediaType = /^[^/\s]+\/[^/\s]+$/;
  const wishes = header?.split(",").filter((wish) => mediaType.test(wish.split(";", 1)[0]?.trim() ?? ""));
  return header ? wishes?.join(",") : undefined;
}

function findEncoding({ formats }: OperationFacts, contentType = ""): Encoding | undefined {
  const [mediaType = ""] = contentType.split(";", 1);
  return formats[mediaType.trim().toLowerCase()];
}

function unsupported({ formats }: OperationFacts, contentType = "none"): Finding {
  const accepted = Object.keys(formats).join(", ");
  const message = `the Content-Type must be ${accepted}, and ${contentType.slice(0, 100)} came`;
  return { message, in: "header", field: "content-type", rule: "syntax" };
}

function wrongMethod({ method, id }: OperationFacts): MockAnswer {
  const refused = problem(405, "Method not allowed", `${id} takes ${method} only`);
  return { ...refused, headers: { ...refused.headers, allow: method } };
}

function toFinding({ path: [place, ...field], code, message }: PrismAnswer["violations"][number]): Finding {
  const where = place === "path" || place === "query" || place === "header" ? place : "body";
  return { message, in: where, field: field.join("."), rule: code };
}
