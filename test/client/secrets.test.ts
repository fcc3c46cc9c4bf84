import { inspect } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createActiveplatformClient } from "../../src/apis/activeplatform.ts";
import { createCcsClient } from "../../src/apis/ccs.ts";
import { createOpscomClient } from "../../src/apis/opscom.ts";
import type { Result } from "../../src/client/create-operation.ts";
import { fetchTransport } from "../../src/client/fetch-transport.ts";
import type { ClientOptions } from "../../src/client/settings.ts";
import type { Transport } from "../../src/client/transport.ts";
import { undiciTransport } from "../../src/node/undici-transport.ts";
import { type Deed, http, type ScriptedServer, startScriptedServer } from "../support/scripted-server.ts";

/** Ways in which an answer can repeat what it was sent. */
const ECHOES: Readonly<Record<string, (values: string) => string>> = {
  plain: (values) => values,
  json: (values) => JSON.stringify({ ErrorCode: 9999, ErrorMessage: values, error: values }),
  html: (values) =>
    `<p>${values.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")}</p>`,
  url: encodeURIComponent,
  "at the edge of the excerpt": (values) => `${"x".repeat(190)}${values}`,
};

const FAILURES: Readonly<Record<string, (echo: string) => Deed>> = {
  "200": (echo) => ({ answer: http(200, echo) }),
  "400": (echo) => ({ answer: http(400, echo) }),
  "503": (echo) => ({ answer: http(503, echo) }),
  "302": (echo) => ({ answer: http(302, echo, ["location: /"]) }),
  "cut off": (echo) => ({ answerThenReset: `HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n${echo}` }),
  reset: () => "resetAfterRequest",
};

function failWith(failure: string, echo: string, values: string) {
  const repeat = ECHOES[echo] as (values: string) => string;
  return (FAILURES[failure] as (echo: string) => Deed)(repeat(values));
}

/** Everything that a request said: query, header and body, as it was before it was encoded. */
function valuesOf(request: string): string {
  const [head = "", body = ""] = Buffer.from(request, "latin1").toString("utf8").split("\r\n\r\n");
  const query = new URLSearchParams(/\?(\S+) HTTP/.exec(head)?.[1]);
  const authorization = /authorization: (.*)/i.exec(head)?.[1] ?? "";
  return [...query.values(), authorization, ...Object.values(JSON.parse(body) as object)].join(" ");
}

/** A transport of somebody's own that throws what it was given, as axios does. */
const leaking: Transport = async (request) => {
  throw Object.assign(new Error(`failed: ${request.url} ${request.body}`), { request });
};

let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer();
});
afterAll(() => server.close());

const TRANSPORTS = [fetchTransport(), undiciTransport(), leaking];

test("no token, password, birth date or licence number is in any error, log line, hook or inspected client", async () => {
  const unit = fc.constantFrom(...`abcXYZ019'"&<>/ é%+`);
  const word = fc
    .string({ unit, minLength: 8, maxLength: 20 })
    .map((text) => text.trim())
    .filter((text) => text.length > 6);
  const echoes = fc.constantFrom(...Object.keys(ECHOES));
  const failures = fc.constantFrom(...Object.keys(FAILURES));
  await fc.assert(
    fc.asyncProperty(
      word,
      word,
      echoes,
      failures,
      fc.constantFrom(...TRANSPORTS),
      async (one, two, echo, failure, transport) => {
        const canaries = {
          token: `T${one}`,
          password: `P${two}`,
          birthDate: "1987-06-05",
          licence: `L${one}${two}`,
        };
        server.play((request) => failWith(failure, echo, valuesOf(request)));
        const options = { baseUrl: server.url, transport, maxRetries: 1, timeoutMs: 10_000, random: () => 0 };
        const seen = await callEverything(canaries, options);
        for (const canary of Object.values(canaries)) expect(seen.includes(canary)).toBe(false);
      },
    ),
    { numRuns: 60 },
  );
});

/** Calls every operation and returns everything that anybody could see of it. */
async function callEverything(
  canaries: Readonly<Record<"token" | "password" | "birthDate" | "licence", string>>,
  options: ClientOptions & { baseUrl: string },
): Promise<string> {
  const seen: unknown[] = [];
  const see = (info: unknown) => void seen.push(info);
  const watched = {
    ...options,
    logger: { debug: see, warn: see },
    hooks: { onRequest: see, onResponse: see, onRetry: see },
  };
  const { token, password, birthDate, licence } = canaries;
  const opscom = createOpscomClient({ tenant: "OC_TOMA", apiToken: token, ...watched });
  const activeplatform = createActiveplatformClient({ apiToken: token, ...watched });
  const ccs = createCcsClient({ ...watched, headers: { authorization: encodeURIComponent(token) } });
  const person = {
    unique_id: "1",
    login_source: "OPSCOM",
    date_of_birth: birthDate,
    driver_licence_num: licence,
  };
  const results: Result<object>[] = [
    await opscom.safe.pushProfile(person),
    await opscom.safe.pushProfile({
      ...person,
      date_of_birth: `${birthDate}x`,
      driver_licence_num: licence.repeat(30),
    }),
    await opscom.safe.listUserTypes(),
    await activeplatform.safe.createUser({
      first_name: "Ann",
      last_name: "Example",
      password,
      email: "ann@example.com",
    }),
    await ccs.safe.addUser({ email: "ann@example.com", firstName: "Ann", roleId: 1, password }),
  ];
  for (const result of results) expect(result.ok).toBe(false);
  const errors = results.map((result) => (result.ok ? undefined : result.error));
  const stacks = errors.map((error) => error?.stack);
  return (
    inspect([opscom, activeplatform, ccs, seen, errors, stacks], {
      depth: 20,
      showHidden: true,
      maxStringLength: null,
      breakLength: Number.POSITIVE_INFINITY,
    }) + JSON.stringify([opscom, errors, seen])
  );
}
