import { inspect } from "node:util";
import { expect, test } from "vitest";
import { createCcsClient } from "../../src/apis/ccs.ts";
import { createOpscomClient } from "../../src/apis/opscom.ts";
import { ConfigurationError, NetworkError } from "../../src/client/errors.ts";
import type { Transport } from "../../src/client/transport.ts";

const PERSON = { unique_id: "1", login_source: "OPSCOM" };
const USER = { firstName: "A", lastName: "B", email: "a@b.ca", roleId: 1 };

/** Of somebody's own, with arguments of its own. */
class GatewayError extends NetworkError {
  readonly host: string;

  constructor(gateway: { readonly host: string }) {
    super({ message: `${gateway.host.toUpperCase()} is away` });
    this.host = gateway.host;
  }
}

const failing = (reason: unknown) => () => Promise.reject(reason);

function breakingOff(status: number, reason: unknown): Transport {
  return async () => ({ status, headers: () => new Headers(), read: failing(reason) });
}

function create(transport: Transport) {
  return createCcsClient({ baseUrl: "https://ccs.example", maxRetries: 0, transport }).safe.addUser(USER);
}

const carrying = (cause: unknown) => new NetworkError({ message: "gone", cause });
const SENT = { config: PERSON, request: "s3cret-token" };

test.each<[string, NetworkError, unknown]>([
  [
    "an error",
    carrying(Object.assign(new Error("refused Bearer s3cret-token"), { ...SENT, code: "ECONNRESET" })),
    { code: "ECONNRESET", message: "refused ***" },
  ],
  ["the request itself", carrying(SENT), undefined],
  [
    "what was given to it later",
    Object.assign(new NetworkError({ message: "gone" }), { cause: SENT }),
    undefined,
  ],
])(
  "the cause of an error of a transport is shown without the request that it carries: %s",
  async (_, reason, cause) => {
    const ccs = createCcsClient({
      baseUrl: "https://ccs.example",
      headers: { authorization: "Bearer s3cret-token" },
      maxRetries: 0,
      transport: failing(reason),
    });
    const outcome = await ccs.safe.addUser(USER);
    expect(outcome).toMatchObject({ ok: false, error: { message: "addUser failed: gone", cause } });
    expect(inspect(outcome, { depth: null, showHidden: true })).not.toMatch(/s3cret|unique_id/);
  },
);

test.each([
  ["of a class that was derived", new GatewayError({ host: "gw" }), "GW is away"],
  ["that is frozen", Object.freeze(new NetworkError({ message: "gone" })), "gone"],
])("an error of this package that a transport throws, %s, keeps its kind", async (_, reason, message) => {
  const outcomes = [await create(failing(reason)), await create(failing(reason))];
  const want = { message: `addUser failed: ${message}`, code: "network", attempts: 1, uncertain: true };
  for (const outcome of outcomes) {
    expect(outcome).toMatchObject({ ok: false, error: want });
    expect(outcome.ok || outcome.error).toBeInstanceOf(reason.constructor);
  }
  const client = createOpscomClient({
    tenant: "A",
    apiToken: "t",
    maxRetries: 0,
    transport: failing(reason),
  });
  const upsert = { attempts: 1, uncertain: false, retryable: true };
  expect(await client.safe.pushProfile(PERSON)).toMatchObject({ ok: false, error: upsert });
});

test.each([
  ["a network error", new NetworkError({ message: "gone" })],
  ["a configuration error", new ConfigurationError({ message: "no key" })],
])("%s of a transport in the middle of an answer takes nothing back", async (_, reason) => {
  const codes = [422, 429, 503].map(async (status) => {
    const { ok, ...outcome } = await create(breakingOff(status, reason));
    return [ok, outcome];
  });
  expect(await Promise.all(codes)).toMatchObject([
    [false, { error: { code: "rejected", uncertain: false } }],
    [false, { error: { code: "rate_limit", uncertain: false } }],
    [false, { error: { code: "server", uncertain: true } }],
  ]);
  const outcome = await create(breakingOff(200, reason));
  expect(outcome).toMatchObject({ ok: false, error: { code: reason.code, uncertain: true } });
});

test("a configuration error in place of an answer says that nobody was created", async () => {
  const outcome = await create(failing(new ConfigurationError({ message: "no key" })));
  expect(outcome).toMatchObject({ ok: false, error: { code: "configuration", uncertain: false } });
});

function throwingOn(name: string): Error {
  const get = () => {
    throw new Error("not for you");
  };
  return Object.defineProperty(new Error("gone"), name, { get });
}

/** Errors of errors that go round, which would be copied in each of their ways. */
function goingRound(): AggregateError {
  const round = new AggregateError([], "round");
  round.errors = Array.from({ length: 50 }, () => round);
  return round;
}

test.each([
  ["a message that cannot be read", throwingOn("message")],
  ["a cause that cannot be read", throwingOn("cause")],
  ["a code that cannot be read", throwingOn("code")],
  ["a message that is no text", Object.assign(new Error("gone"), { message: Symbol("s") })],
  ["errors that go round", goingRound()],
  ["nothing", undefined],
])(
  "a transport that throws %s has given no answer, and nobody knows what became of a create",
  async (_, reason) => {
    const result = await create(failing(reason));
    expect(result).toMatchObject({ ok: false, error: { code: "network", uncertain: true } });
  },
);
