import { createInstance, getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { type ApiName, contracts } from "../../src/testing/contract.ts";
import { silentLogger } from "../../src/testing/silent-logger.ts";
import type { Case } from "./corpus.ts";
import { type Judge, targetOf, type Verdict } from "./judge.ts";

const CONFIG = {
  isProxy: false,
  checkSecurity: false,
  validateRequest: true,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
  mock: { dynamic: false },
} as const;

/** Prism as it is: the engine behind `prism mock`, which reads JSON under one name and hands on every other body as text. */
export async function createPrismJudge(): Promise<Judge> {
  const apis = Object.keys(contracts) as ApiName[];
  const documents = await Promise.all(
    apis.map(
      async (api) => [api, await getHttpOperationsFromSpec(contracts[api].document.pathname)] as const,
    ),
  );
  const operations = new Map(documents);
  const prism = createInstance(CONFIG, { logger: silentLogger() });

  async function judge(one: Case): Promise<Verdict> {
    const { pathname: path, searchParams } = new URL(targetOf(one), "http://prism.test");
    const body = readBody(one);
    if (body === UNREADABLE) return false;
    const headers: Record<string, string> = {
      ...(one.mediaType ? { "content-type": one.mediaType } : {}),
      ...(one.text === undefined ? {} : { "content-length": String(Buffer.byteLength(one.text)) }),
    };
    const url = { path, query: Object.fromEntries(searchParams) };
    const input = { method: "post" as const, url, headers, body };
    const result = await prism.request(input, operations.get(one.api) ?? [], CONFIG)();
    return result._tag === "Right" && result.right.validations.input.length === 0;
  }
  return { name: "Prism", judge };
}

const UNREADABLE = Symbol("a body that its server answers with 400");

/** As Prism's server does it: an empty body is none, JSON is parsed, and everything else is text. */
function readBody({ mediaType, text }: Case): unknown {
  if (!text) return undefined;
  if (mediaType !== "application/json") return text;
  try {
    return JSON.parse(text);
  } catch {
    return UNREADABLE;
  }
}
