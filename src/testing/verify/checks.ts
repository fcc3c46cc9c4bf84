import { faultAnswerOf } from "../../contract/fault-answer.ts";
import type { OperationFacts } from "../../contract/operation.ts";
import { type ApiName, contracts } from "../contract.ts";
import type { MockRequest } from "../exchange.ts";
import { testRecord } from "./test-record.ts";

/** Whose API it is, and what may be done there. */
export interface VerifyCaller {
  /** Values of the path, as `{ tenant: "OC_TOMA" }`. */
  readonly path: Readonly<Record<string, string>>;
  readonly secret?: string | undefined;
  /** Headers of every request, where an API asks for some that no document knows. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The beginning of the keys of test people. Nobody is written without it. */
  readonly keyPrefix?: string | undefined;
}

/** One call, and what its document makes of it: a success, a refusal, or either of the two. */
export interface VerifyCheck {
  readonly name: string;
  readonly operation: OperationFacts;
  readonly request: MockRequest;
  readonly expected: "success" | "refusal" | "either";
  /** The fault of a refusal, where the document names it. */
  readonly code?: number | undefined;
}

const UNKNOWN = "userpush-no-such-thing";

/** Every call that is to be made, those that only read first. */
export function checksOf(api: ApiName, caller: VerifyCaller): VerifyCheck[] {
  const { operations } = contracts[api];
  const [reads, writes] = [true, false].map((reads) =>
    operations.filter(({ effect }) => (effect === "read") === reads),
  ) as [OperationFacts[], OperationFacts[]];
  return [
    ...reads.flatMap((operation) => readChecks(api, operation, caller)),
    ...writes.flatMap((operation) => writeChecks(api, operation, caller)),
  ];
}

function readChecks(api: ApiName, operation: OperationFacts, caller: VerifyCaller): VerifyCheck[] {
  const { id } = operation;
  const request = requestOf(operation, caller, {});
  const checks: VerifyCheck[] = [{ name: `${id}, as documented`, operation, request, expected: "success" }];
  for (const name of Object.keys(operation.parameters)) {
    const elsewhere = { ...caller, path: { ...caller.path, [name]: UNKNOWN } };
    const strange = requestOf(operation, elsewhere, {});
    checks.push({ name: `${id}, with an unknown ${name}`, operation, request: strange, expected: "either" });
  }
  return [...checks, ...withoutSecret(api, operation, caller)];
}

/** Without a token and without a person there are two reasons to refuse, so nobody is written. */
function withoutSecret(api: ApiName, operation: OperationFacts, caller: VerifyCaller): VerifyCheck[] {
  const { id, secret } = operation;
  if (!secret) return [];
  const request = requestOf(operation, { ...caller, secret: undefined }, {});
  const code = faultAnswerOf(contracts[api].faultGuide, { field: secret.name, rule: "required" });
  return [{ name: `${id}, without a token`, operation, request, expected: "refusal", code }];
}

function writeChecks(api: ApiName, operation: OperationFacts, caller: VerifyCaller): VerifyCheck[] {
  const {
    id,
    identity: [key = ""],
    effect,
  } = operation;
  const refused = withoutSecret(api, operation, caller);
  if (caller.keyPrefix === undefined) return refused;
  const { faultGuide } = contracts[api];
  const record = testRecord(api, operation, { faultGuide, keyPrefix: caller.keyPrefix });
  const request = requestOf(operation, caller, record);
  const { [key]: _, ...keyless } = record;
  const push = { operation, request, expected: "success" } as const;
  return [
    ...refused,
    { ...push, name: `${id}, a test person` },
    ...(effect === "upsert" ? [{ ...push, name: `${id}, the same test person again` }] : []),
    {
      name: `${id}, a person without ${key}`,
      operation,
      request: requestOf(operation, caller, keyless),
      expected: "refusal",
      code: faultAnswerOf(faultGuide, { field: key, rule: "required" }),
    },
  ];
}

function requestOf(
  { path, secret, formats }: OperationFacts,
  caller: VerifyCaller,
  record: object,
): MockRequest {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(caller.path[name] ?? ""),
  );
  const token = secret && caller.secret !== undefined ? { [secret.name]: caller.secret } : {};
  const inQuery = secret?.in === "query" ? `?${new URLSearchParams(token)}` : "";
  const [mediaType = ""] = Object.keys(formats);
  const body = JSON.stringify(secret?.in === "body" ? { ...token, ...record } : record);
  return {
    method: "POST",
    target: filled + inQuery,
    headers: {
      "content-type": mediaType,
      accept: mediaType,
      ...caller.headers,
    },
    body: new TextEncoder().encode(body),
  };
}
