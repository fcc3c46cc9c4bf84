import type { OperationFacts, RequestFormat } from "../contract/operation.ts";
import type { Contract } from "./contract.ts";
import { decodeBody } from "./decode-body.ts";
import { encodeAnswer } from "./encode-answer.ts";
import type { Finding, MockAnswer, MockRequest } from "./exchange.ts";
import { createJudge, type Judge } from "./judge.ts";
import { parsePrefer } from "./prefer.ts";
import { type Prism, type PrismAnswer, startPrism } from "./prism.ts";
import { problem, refuse } from "./refuse.ts";
import { findRoute, type Route } from "./route.ts";
import { parseTarget } from "./target.ts";

/** The contract mock without a socket: a request in, the documented answer out. It keeps nothing. */
export type Engine = (request: MockRequest) => Promise<MockAnswer>;

/**
 * Two judges sit over every request: Prism, which reads the document itself, and the rules that were generated from it.
 * What either of them refuses is refused.
 */
export async function createEngine(contracts: readonly Contract[]): Promise<Engine> {
  const prisms = new Map(
    await Promise.all(contracts.map(async (one) => [one, await startPrism(one)] as const)),
  );
  const operations = contracts.flatMap((one) => one.operations);
  const judges = new Map(operations.map((one) => [one, createJudge(one)]));

  return async function answer(request) {
    const url = parseTarget(request.target);
    const route = url && findRoute(contracts, url.pathname);
    if (!route) return problem(404, "Not found", "No document describes this path");
    if (request.method !== route.operation.method) return methodNotAllowed(route.operation);
    const prism = prisms.get(route.contract) as Prism;
    return answerRoute(route, request, url, prism, judges.get(route.operation) as Judge);
  };
}

async function answerRoute(
  route: Route,
  request: MockRequest,
  url: URL,
  prism: Prism,
  judge: Judge,
): Promise<MockAnswer> {
  const { operation, parameters } = route;
  const format = findFormat(operation, request.headers["content-type"]);
  if (!format) return refuse(route, 415, [unsupported(operation, request.headers["content-type"])]);
  const query = Object.fromEntries(url.searchParams);
  const { value, findings } = await decodeBody(request.body, format, operation);
  const inWire = findings.map((one) => ({ ...one, in: "body" as const }));
  const found = [...judge.parameters(parameters, query), ...inWire];
  if (value === undefined) return refuse(route, 400, found);
  const own = [...found, ...judge.body(value)];
  if (own.length > 0) return refuse(route, 400, own);
  const accept = readAccept(request.headers["accept"]);
  if (accept === "") return problem(406, "Not acceptable", "The Accept header names no media type");
  const input = { path: url.pathname, query, accept, body: value };
  const result = await prism(input, parsePrefer(request.headers["prefer"]));
  const { violations } = result;
  return violations.length > 0 ? refuse(route, 400, violations.map(toFinding)) : encode(result, operation);
}

/** Prism fails on what is no media type; without it, the header says what it can. */
function readAccept(header: string | undefined): string | undefined {
  const mediaType = /^[^/\s]+\/[^/\s]+$/;
  const wishes = header?.split(",").filter((wish) => mediaType.test(wish.split(";", 1)[0]?.trim() ?? ""));
  return header ? wishes?.join(",") : undefined;
}

function findFormat({ formats }: OperationFacts, contentType = ""): RequestFormat | undefined {
  const mediaType = contentType.split(";", 1)[0]?.trim().toLowerCase();
  return formats.find((format) => format.mediaType === mediaType);
}

function unsupported({ formats }: OperationFacts, contentType = "none"): Finding {
  const accepted = formats.map(({ mediaType }) => mediaType).join(", ");
  const message = `the Content-Type must be ${accepted}, and ${contentType.slice(0, 100)} came`;
  return { message, in: "header", field: "content-type", rule: "syntax" };
}

function methodNotAllowed({ method, id }: OperationFacts): MockAnswer {
  const refused = problem(405, "Method not allowed", `${id} takes ${method} only`);
  return { ...refused, headers: { ...refused.headers, allow: method } };
}

function toFinding({ path: [place, ...field], code, message }: PrismAnswer["violations"][number]): Finding {
  const where = place === "path" || place === "query" || place === "header" ? place : "body";
  return { message, in: where, field: field.join("."), rule: code };
}

function encode({ status, mediaType, body }: PrismAnswer, { answerXml }: OperationFacts): MockAnswer {
  const headers = mediaType ? { "content-type": mediaType } : {};
  return { status, headers, body: encodeAnswer(body, mediaType, answerXml), findings: [] };
}
