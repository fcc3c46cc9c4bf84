import { expect, test } from "vitest";
import { type Reader, readAnswer } from "../../src/client/read-answer.ts";
import { createCheck } from "../../src/contract/check.ts";

const NOW = 1_000;
const reader: Reader = {
  decode: (text) => (text === "" ? undefined : JSON.parse(text)),
  check: createCheck({ type: "object", closed: false, required: ["id"], properties: {} }),
  faults: { message: "error" },
  redact: (text) => text.replaceAll("secret", "***"),
  settings: { clock: { now: () => NOW, startTimer: () => () => undefined } },
};

function read(status: number, text: string, others: Partial<Reader> = {}) {
  const headers = () => new Headers({ "retry-after": "7" });
  return readAnswer({ status, text, headers }, { ...reader, ...others });
}

test.each([
  [150, "rejected", false, false],
  [400, "rejected", false, true],
  [401, "authentication", false, true],
  [403, "authentication", false, true],
  [404, "rejected", false, true],
  [408, "server", true, false],
  [429, "rate_limit", true, true],
  [499, "rejected", false, true],
  [500, "server", true, false],
  [503, "server", true, false],
])("HTTP %i is %s; a repeat can help: %s, nothing was done: %s", async (status, code, transient, unsent) => {
  const failure = {
    code,
    transient,
    unsent,
    status,
    message: `HTTP ${status}`,
    retryAfterMs: 7_000,
    excerpt: "",
  };
  expect(await read(status, "")).toEqual({ failure });
});

test.each<[string, number, string, object]>([
  ["a 200 of the right shape", 200, '{"id":1}', { data: { id: 1 }, status: 200 }],
  ["a 299 of the right shape", 299, '{"id":1}', { data: { id: 1 }, status: 299 }],
  [
    "a 200 that cannot be read",
    200,
    "",
    { failure: { code: "parse", message: "the answer cannot be read (HTTP 200)", status: 200, excerpt: "" } },
  ],
  [
    "a 200 of a wrong shape",
    200,
    '{"secret":1}',
    {
      failure: {
        code: "parse",
        message: "in the answer `id` is required and is missing (HTTP 200)",
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
        unsent: true,
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
  expect(await read(400, '{"error":"words"}', { faults: undefined })).toMatchObject({
    failure: { message: "HTTP 400" },
  });
});
