import { fileURLToPath } from "node:url";
import type { Contract } from "./contract.ts";
import { examplesOf, mediaTypesOf, statusOf } from "./documented-answers.ts";
import { importPrism } from "./import-prism.ts";
import type { Preference } from "./prefer.ts";
import { silentLogger } from "./silent-logger.ts";

/** A request in the form that Prism judges: whatever the format was, the body is a value. */
export interface PrismRequest {
  /** The path as its document has it. */
  readonly template: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly accept: string | undefined;
  readonly body: unknown;
}

export interface PrismAnswer {
  readonly status: number;
  readonly mediaType: string | undefined;
  readonly body: unknown;
  readonly violations: readonly Violation[];
}

/** What Prism has against a request or an answer, in its own words. */
interface Violation {
  readonly path: readonly string[];
  readonly code: string;
  readonly message: string;
}

interface Diagnostic {
  readonly path?: readonly (string | number)[];
  readonly code?: string | number;
  readonly message: string;
}

/** Prism's engine on the document of one API. */
export interface Prism {
  /** Judges a request, and gives the answer that the document has for it. */
  answer(request: PrismRequest, preference: Preference): Promise<PrismAnswer>;
  /** The names of all examples of answers. */
  readonly examples: readonly string[];
  /** The media types that an answer may have, by the template of its path; none where the document names none. */
  mediaTypes(template: string, status: number): readonly string[];
  /** Judges an answer that came from somewhere else. */
  judge(path: string, answer: Omit<PrismAnswer, "violations">): Promise<PrismAnswer["violations"]>;
}

const CONFIG = {
  checkSecurity: false,
  errors: false,
  upstreamProxy: undefined,
  mock: { dynamic: false },
} as const;
const MOCK = { ...CONFIG, isProxy: false, validateRequest: true, validateResponse: false } as const;
const UPSTREAM = new URL("http://nowhere.invalid");
/** Prism judges answers as a proxy only. The upstream is never called: the answer is there before. */
const PROXY = {
  ...CONFIG,
  isProxy: true,
  validateRequest: false,
  validateResponse: true,
  upstream: UPSTREAM,
} as const;

/** What was started before, by document. It keeps nothing of an exchange, so that whoever runs at the same time can share it. */
const started = new Map<string, Promise<Prism>>();

/** Starts Prism's engine, without its server, on the documents of some contracts. */
export async function startPrisms(contracts: readonly Contract[]): Promise<ReadonlyMap<Contract, Prism>> {
  return new Map(await Promise.all(contracts.map(async (one) => [one, await startOnce(one)] as const)));
}

function startOnce({ document }: Contract): Promise<Prism> {
  const prism = started.get(document.href) ?? startPrism(document);
  started.set(document.href, prism);
  // What failed once is tried again: the package may have been installed in between.
  prism.catch(() => started.delete(document.href));
  return prism;
}

async function startPrism(document: URL): Promise<Prism> {
  const { createInstance, getHttpOperationsFromSpec } = importPrism();
  const operations = await getHttpOperationsFromSpec(fileURLToPath(document));
  const logger = silentLogger();
  const mock = createInstance(MOCK, { logger });

  async function answer(
    { template, path, query, accept, body }: PrismRequest,
    { example, dynamic, code = example ? statusOf(operations, template, example) : undefined }: Preference,
  ): Promise<PrismAnswer> {
    const headers = { "content-type": "application/json", ...(accept ? { accept } : {}) };
    const input = { method: "post" as const, url: { path, query: { ...query } }, headers, body };
    const wish = { dynamic, ...(code ? { code } : {}), ...(example ? { exampleKey: example } : {}) };
    const result = await mock.request(input, operations, { ...MOCK, mock: wish })();
    if (result._tag === "Left") return problem(result.left, example);
    const { output, validations } = result.right;
    return {
      status: output.statusCode,
      mediaType: output.headers?.["Content-type"],
      body: output.body,
      violations: validations.input.map(toViolation),
    };
  }

  async function judge(path: string, { status, mediaType, body }: Omit<PrismAnswer, "violations">) {
    const headers: Record<string, string> = mediaType ? { "content-type": mediaType } : {};
    const right = { statusCode: status, headers, body };
    const forward = () => () => async () => ({ _tag: "Right" as const, right });
    const proxy = createInstance(PROXY, { logger, forward });
    const result = await proxy.request({ method: "post", url: { path } }, operations, PROXY)();
    return result._tag === "Left" ? [] : result.right.validations.output.map(toViolation);
  }
  const mediaTypes: Prism["mediaTypes"] = (template, status) => mediaTypesOf(operations, template, status);
  return { answer, judge, mediaTypes, examples: examplesOf(operations) };
}

function toViolation({ path = [], code, message }: Diagnostic): Violation {
  return { path: path.map(String), code: String(code ?? ""), message };
}

/** What Prism says when it has no answer to give: to an example that is not there, or to an `Accept` that nothing meets. */
function problem(error: Error, example: string | undefined): PrismAnswer {
  const {
    status = example ? 404 : 406,
    name,
    detail,
  } = error as Error & { status?: number; detail?: string };
  const body = { type: name, title: error.message, status, detail };
  return { status, mediaType: "application/problem+json", body, violations: [] };
}
