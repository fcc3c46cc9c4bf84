import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { redactCause } from "../../src/client/redact-cause.ts";
import { sensitiveValues } from "../../src/client/sensitive-values.ts";
import { wroteNothing } from "../../src/client/wrote-nothing.ts";

function withCode(code: string, more: object = {}): Error {
  return Object.assign(new Error(code), { code, ...more });
}

const CONNECT = { syscall: "connect" };

describe("nothing was written", () => {
  test.each<[string, unknown, boolean]>([
    ["when the connection is refused", withCode("ECONNREFUSED", CONNECT), true],
    ["when the name is unknown", new TypeError("fetch failed", { cause: withCode("ENOTFOUND") }), true],
    ["when the resolver is away", withCode("EAI_AGAIN"), true],
    [
      "when the certificate is expired",
      new TypeError("fetch failed", { cause: withCode("CERT_HAS_EXPIRED") }),
      true,
    ],
    ["when the certificate is of its own making", withCode("DEPTH_ZERO_SELF_SIGNED_CERT"), true],
    ["when the issuer is unknown", withCode("UNABLE_TO_VERIFY_LEAF_SIGNATURE"), true],
    ["when connecting takes too long", withCode("UND_ERR_CONNECT_TIMEOUT"), true],
    ["when the address is none", new TypeError("no", { cause: withCode("ERR_INVALID_URL") }), true],
    ["when undici does not take the request", withCode("UND_ERR_INVALID_ARG"), true],
    ["when a dispatcher is closed", withCode("UND_ERR_CLOSED"), true],
    ["when fetch refuses the port", new TypeError("fetch failed", { cause: new Error("bad port") }), true],
    ["when a transport says so", withCode("UNABLE_TO_SEND", { cause: withCode("ECONNRESET") }), true],
    [
      "when all addresses refuse",
      new AggregateError([withCode("ECONNREFUSED", CONNECT), withCode("ENETUNREACH", CONNECT)]),
      true,
    ],
    [
      "unless one address may have got it",
      new AggregateError([withCode("ECONNREFUSED", CONNECT), withCode("ECONNRESET")]),
      false,
    ],
    ["unless there is no address at all", new AggregateError([]), false],
    ["unless a host vanished while it answered", withCode("EHOSTUNREACH", { syscall: "read" }), false],
    ["unless the code only ends like one that is known", withCode("XECONNREFUSED", CONNECT), false],
    ["unless the code only begins like one that is known", withCode("ECONNREFUSED_LATER", CONNECT), false],
    ["unless a name is unknown to something else", withCode("NOT_ENOTFOUND"), false],
    [
      "unless the other side refused our certificate",
      withCode("ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED"),
      false,
    ],
    ["unless TLS broke at any time", withCode("ERR_SSL_WRONG_VERSION_NUMBER"), false],
    ["unless a dispatcher was destroyed under way", withCode("UND_ERR_DESTROYED"), false],
    ["unless something else is invalid", withCode("ERR_INVALID_STATE"), false],
    ["unless TLS broke on the way", withCode("EPROTO"), false],
    ["unless the connection was reset", withCode("ECONNRESET"), false],
    ["unless the pipe broke", withCode("EPIPE"), false],
    ["unless nobody knows", new TypeError("Failed to fetch"), false],
    ["unless it is no error", "ECONNREFUSED", false],
    ["unless it is nothing", null, false],
  ])("%s", (_name, error, want) => {
    expect(wroteNothing(error)).toBe(want);
  });

  test("is not claimed for a chain of causes that bites its tail", () => {
    const error = new Error("one");
    error.cause = error;
    expect(wroteNothing(error)).toBe(false);
  });
});

describe("a cause", () => {
  const redact = (text: string) => text.replaceAll("secret", "***");

  test("keeps name, message, code, stack and cause, and nothing else, secrets replaced", () => {
    const inner = withCode("ECONNRESET", { request: "secret" });
    const copy = redactCause(new TypeError("a secret failed", { cause: inner }), redact) as Error;
    expect(copy).toMatchObject({ name: "TypeError", message: "a *** failed", cause: { code: "ECONNRESET" } });
    expect(copy.stack).toContain("causes.test.ts");
    expect(redactCause(Object.assign(new Error(""), { name: "a secret" }), redact)).toMatchObject({
      name: "a ***",
    });
    expect(Object.keys(copy.cause as object).sort()).toEqual(["code", "name"]);
  });

  test.each([
    ["ECONNRESET", "read", "ECONNRESET", "read"],
    ["UND_ERR_SOCKET", "getaddrinfo", "UND_ERR_SOCKET", "getaddrinfo"],
    ["token=CODE", "write secret", "token=***", "write ***"],
  ])(
    "keeps the code %s and the system call %s as codes, whatever secrets look like them",
    (code, syscall, ...want) => {
      const starred = (text: string) => text.replaceAll(/CODE|ECONNRESET|read|SOCKET|secret/g, "***");
      const copy = redactCause(withCode(code, { syscall }), starred);
      expect(copy).toMatchObject({ code: want[0], syscall: want[1] });
    },
  );

  test("tells all that became of the addresses of a host, so that it is known whether something was written", () => {
    const refused = withCode("ECONNREFUSED", { ...CONNECT, request: "secret" });
    const cause = new AggregateError([refused, withCode("ECONNRESET"), "a secret"], "", {
      cause: "a secret",
    });
    const copy = redactCause(new TypeError("fetch failed", { cause }), redact) as Error;
    expect(copy.cause).toMatchObject({
      cause: "a ***",
      errors: [{ code: "ECONNREFUSED", syscall: "connect" }, { code: "ECONNRESET" }, "a ***"],
    });
    expect(inspect(copy)).not.toContain("secret");
    expect(wroteNothing(copy)).toBe(false);
    expect(wroteNothing(redactCause(new AggregateError([refused]), redact))).toBe(true);
  });

  test("of another realm is one as well", () => {
    const made = 'Object.assign(new Error("a secret"), { code: "ECONNREFUSED", syscall: "connect" })';
    const copy = redactCause(runInNewContext(made), redact);
    expect(copy).toMatchObject({ message: "a ***", code: "ECONNREFUSED" });
    expect(wroteNothing(copy)).toBe(true);
  });

  test("whose message is no text is told all the same", () => {
    expect(redactCause({ stack: "a secret" }, redact)).toMatchObject({
      message: "undefined",
      stack: "a ***",
    });
    expect(redactCause(Object.assign(new Error(""), { message: 7 }), redact)).toMatchObject({ message: "7" });
  });

  test("keeps its code, although that is somebody's name", () => {
    const copy = redactCause(withCode("ECONNREFUSED", CONNECT), (text) => text.replaceAll(/conn/gi, "***"));
    expect(wroteNothing(copy)).toBe(true);
  });

  test("that is text is redacted, and what is neither error nor text is left out", () => {
    expect(redactCause("a secret", redact)).toBe("a ***");
    expect(redactCause({ body: "secret" }, redact)).toBeUndefined();
    for (const stack of [undefined, null, { secret: 1 }])
      expect(redactCause(Object.assign(new Error("a secret"), { stack }), redact)).toMatchObject({
        stack: expect.stringMatching(/^Error: a \*\*\*\n/),
      });
  });

  test("without a cause or a code that is text gets none", () => {
    const copy = redactCause(Object.assign(new Error("bare"), { code: 7 }), redact) as object;
    expect("cause" in copy || "code" in copy).toBe(false);
    const opaque = redactCause(new Error("one", { cause: { body: "secret" } }), redact) as object;
    expect("cause" in opaque).toBe(false);
  });

  test("that bites its tail ends", () => {
    const error = new Error("one");
    error.cause = error;
    expect(redactCause(error, redact)).toBeInstanceOf(Error);
  });
});

describe("the sensitive values of a record", () => {
  const rule = {
    type: "object",
    closed: true,
    required: [],
    properties: {
      open: { type: "string" },
      name: { type: "string", sensitive: true },
      list: {
        type: "array",
        items: {
          type: "object",
          closed: true,
          required: [],
          properties: { value: { type: "number", sensitive: true } },
        },
      },
    },
  } as const;

  test.each<[string, unknown, string[]]>([
    [
      "are found at every depth",
      { open: "o", name: "n", list: [{ value: 1 }, { value: "two" }] },
      ["n", "1", "two"],
    ],
    [
      "are not where the contract has nothing",
      { other: "x", deep: { er: ["y"] }, open: null, name: true },
      [],
    ],
  ])("%s", (_name, value, want) => {
    expect(sensitiveValues(rule, value)).toEqual(want);
  });
});
