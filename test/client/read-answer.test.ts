import { expect, test } from "vitest";
import { didNothing } from "../../src/client/did-nothing.ts";
import { isUserpushError } from "../../src/client/errors.ts";
import { createReader } from "../../src/client/read-answer.ts";
import type { FaultFacts } from "../../src/contract/fault.ts";
import type { OperationFacts } from "../../src/contract/operation.ts";
import { pushProfile } from "../../src/generated/opscom/operations.gen.ts";

const NOW = 1_000;
const { faults: _, ...others } = pushProfile;
const facts: OperationFacts = {
  ...others,
  answer: { type: "object", closed: false, required: ["id"], properties: {} },
};
const FAULTS: FaultFacts = { message: "error" };

/** Reads an answer as a client does of an API that has such faults, or no documented ones; failures by their facts. */
async function read(status: number, text: string, faults: FaultFacts | null = FAULTS) {
  const reader = createReader(
    faults ? { ...facts, faults } : facts,
    { decode: (body) => (body === "" ? undefined : JSON.parse(body)) },
    { now: () => NOW },
  );
  const headers = () => new Headers({ "retry-after": "7" });
  try {
    return await reader({ status, text, headers }, (shown) => shown.replaceAll("secret", "***"));
  } catch (failure) {
    if (!isUserpushError(failure)) throw failure;
    const { message, name: _name, attempts: _a, retryable: _r, uncertain: _u, ...known } = failure;
    return { failure: { message, ...known, uncertain: !didNothing(failure) } };
  }
}

test.each([
  [400, "rejected", false],
  [401, "authentication", false],
  [403, "authentication", false],
  [404, "rejected", false],
  [408, "server", true],
  [429, "rate_limit", false],
  [499, "rejected", false],
  [500, "server", true],
  [503, "server", true],
])("HTTP %i is %s; something may have been done: %s", async (status, code, uncertain) => {
  const failure = { code, uncertain, status, message: `HTTP ${status}`, retryAfterMs: 7_000 };
  expect(await read(status, "")).toEqual({ failure });
});

test.each<[string, number, string, object]>([
  ["a 200 of the right shape", 200, '{"id":1}', { ok: true, data: { id: 1 }, status: 200 }],
  ["a 299 of the right shape", 299, '{"id":1}', { ok: true, data: { id: 1 }, status: 299 }],
  [
    "a 200 that cannot be read",
    200,
    "",
    {
      failure: {
        code: "parse",
        message: "the answer is not as documented: it cannot be read (HTTP 200)",
        uncertain: true,
        status: 200,
      },
    },
  ],
  [
    "a 200 of a wrong shape",
    200,
    '{"secret":1}',
    {
      failure: {
        code: "parse",
        message: "the answer is not as documented: `id` is required and is missing (HTTP 200)",
        uncertain: true,
        status: 200,
        excerpt: '{"***":1}',
      },
    },
  ],
  [
    "a refusal in the API's own words",
    400,
    '{"error":"no secret"}',
    {
      failure: {
        code: "rejected",
        message: "no ***",
        uncertain: false,
        fault: { meaning: "no ***" },
        status: 400,
      },
    },
  ],
])("%s", async (_name, status, text, want) => {
  expect(await read(status, text)).toEqual(want);
});

test.each(["null", '"error"', "7"])("%s is no fault", async (text) => {
  expect(await read(400, text)).toMatchObject({ failure: { message: "HTTP 400" } });
});

test("an API without documented errors has no faults", async () => {
  expect(await read(400, '{"error":"words"}', null)).toMatchObject({
    failure: { message: "HTTP 400" },
  });
});
