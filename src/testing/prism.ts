import { fileURLToPath } from "node:url";
import type { Contract } from "./contract.ts";
import { MissingPeerError } from "./missing-peer-error.ts";
import type { Preference } from "./prefer.ts";

/** The version that `package.json` names as the peer: one that judges JSON well and runs on every Node we support. */
const PRISM = "@stoplight/prism-http@5.12.0";

/** A request in the form that Prism judges: whatever the format was, the body is a value. */
export interface PrismRequest {
  readonly path: string;
  readonly query: Readonly<Record<string, string | string[]>>;
  readonly accept: string | undefined;
  readonly body: unknown;
}

export interface PrismAnswer {
  readonly status: number;
  readonly mediaType: string | undefined;
  readonly body: unknown;
  /** What Prism has against the request, in its own words. */
  readonly violations: readonly {
    readonly path: readonly string[];
    readonly code: string;
    readonly message: string;
  }[];
}

export type Prism = (request: PrismRequest, preference: Preference) => Promise<PrismAnswer>;

/** Starts Prism's engine, without its server, on the document of one contract. */
export async function startPrism(contract: Contract): Promise<Prism> {
  const { createInstance, getHttpOperationsFromSpec } = await importPrism();
  const operations = await getHttpOperationsFromSpec(fileURLToPath(contract.document));
  const config = {
    isProxy: false,
    checkSecurity: false,
    validateRequest: true,
    validateResponse: false,
    errors: false,
    upstreamProxy: undefined,
  } as const;
  const instance = createInstance({ ...config, mock: { dynamic: false } }, { logger: silentLogger() });

  return async function ask(request, { code, example, dynamic }) {
    const { path, query, accept, body } = request;
    const headers = { "content-type": "application/json", ...(accept ? { accept } : {}) };
    const input = { method: "post" as const, url: { path, query: { ...query } }, headers, body };
    const mock = { dynamic, ...(code ? { code } : {}), ...(example ? { exampleKey: example } : {}) };
    const result = await instance.request(input, operations, { ...config, mock })();
    if (result._tag === "Left") return problem(result.left, example);
    const { output, validations } = result.right;
    return {
      status: output.statusCode,
      mediaType: output.headers?.["Content-type"],
      body: output.body,
      violations: validations.input.map(({ path = [], code: rule = "", message }) => ({
        path: path.map(String),
        code: String(rule),
        message,
      })),
    };
  };
}

async function importPrism(): Promise<typeof import("@stoplight/prism-http")> {
  try {
    return await import("@stoplight/prism-http");
  } catch (cause) {
    throw new MissingPeerError(
      `The contract mock needs Prism's engine. Install it: npm install --save-dev --save-exact ${PRISM}`,
      { cause },
    );
  }
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

/** Prism logs whole requests, token included. */
function silentLogger(): never {
  const silent = () => undefined;
  const logger = {
    level: "silent",
    fatal: silent,
    error: silent,
    warn: silent,
    info: silent,
    debug: silent,
    trace: silent,
    success: silent,
    child: () => logger,
  };
  return logger as never;
}
