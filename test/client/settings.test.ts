import { afterEach, describe, expect, test, vi } from "vitest";
import { createActiveplatformClient } from "../../src/apis/activeplatform.ts";
import { createCcsClient } from "../../src/apis/ccs.ts";
import { createOpscomClient, type OpscomOptions } from "../../src/apis/opscom.ts";

const PERSON = { unique_id: "1", login_source: "OPSCOM" };
const SUCCESS = '{"status":"success","reference_id":44}';

function opscom(options: Partial<OpscomOptions>) {
  return () => createOpscomClient({ tenant: "OC_TOMA", apiToken: "token", ...options });
}

describe("a client refuses", () => {
  test.each<[string, () => unknown, string | RegExp]>([
    ["no tenant", opscom({ tenant: undefined as never }), "`tenant` is required"],
    ["an empty tenant", opscom({ tenant: "" }), "`tenant` is required"],
    ["a tenant that climbs", opscom({ tenant: ".." }), "`tenant` must match"],
    ["a tenant that stays", opscom({ tenant: "." }), "`tenant` must match"],
    ["a tenant with a slash", opscom({ tenant: "a/b" }), "`tenant` must match"],
    ["a tenant with an escape", opscom({ tenant: "%2e%2e" }), "`tenant` must match"],
    ["no token", opscom({ apiToken: undefined as never }), "`apiToken` is required"],
    ["an empty token", opscom({ apiToken: "" }), "`apiToken` is required"],
    [
      "a token that is too long",
      opscom({ apiToken: "x".repeat(51) }),
      "`apiToken` has 51 characters, the limit is 50",
    ],
    [
      "a token with a line break",
      opscom({ apiToken: "tok\n" }),
      "`apiToken` must be without a blank or a line break at either end, and text of 4 characters",
    ],
    ["a token with a blank before it", opscom({ apiToken: " tok" }), "`apiToken` must be without a blank"],
    [
      "a misspelt setting",
      opscom({ baseURL: "https://a.example" } as object),
      "`baseURL` is not known here; there are tenant, apiToken, baseUrl, timeoutMs,",
    ],
    [
      "a setting by half its name",
      opscom({ retries: 1 } as object),
      /^`retries` is not known here; there are .*, maxRetries, /,
    ],
    [
      "a setting that is like no other",
      opscom({ proxy: "x" } as object),
      "`proxy` is not known here; there are",
    ],
    ["a setting of another API", opscom({ headers: {} } as object), "`headers` is not known here"],
    [
      "a text where it takes true and false",
      opscom({ allowInsecureHttp: "false" as never }),
      "`allowInsecureHttp` must be a boolean, and text of 5 characters came",
    ],
    [
      "a transport that cannot be called",
      opscom({ transport: {} as never }),
      "`transport` must be a function",
    ],
    [
      "a misspelt setting that is required",
      () => createOpscomClient({ tenant: "OC_TOMA", apitoken: "t" } as never),
      "`apitoken` is not known here; there are tenant, apiToken, ",
    ],
    [
      "a logger that is none",
      opscom({ logger: "all" as never }),
      "`logger` must be an object or a function, and text of 3 characters came",
    ],
    [
      "a validation by its name",
      opscom({ validate: "on" as never }),
      "`validate` must be a boolean or an object",
    ],
    [
      "a signal, which belongs to a call",
      opscom({ signal: AbortSignal.abort() } as object),
      "`signal` is not known here",
    ],
    [
      "a misspelt setting of CCS",
      () => createCcsClient({ baseUrl: "https://a.example", header: {} } as object as never),
      "`header` is not known here; there are baseUrl, headers, format, timeoutMs,",
    ],
    ["a base URL that is none", opscom({ baseUrl: "controller" }), "baseUrl must look like"],
    [
      "another protocol",
      opscom({ baseUrl: "ftp://example.com" }),
      "baseUrl must begin with https://, because",
    ],
    [
      "must begin with https://, because plain http shows",
      opscom({ baseUrl: "http://example.com" }),
      "must begin with https://, because plain http shows",
    ],
    [
      "a host that ends like this machine",
      opscom({ baseUrl: "http://notlocalhost" }),
      "must begin with https://, because plain http shows",
    ],
    [
      "a host that begins like it",
      opscom({ baseUrl: "http://127.0.0.1.example.com" }),
      "must begin with https://, because plain http shows",
    ],
    ["a user in the base URL", opscom({ baseUrl: "https://ann@example.com" }), "without user, password"],
    [
      "a password in the base URL",
      opscom({ baseUrl: "https://:secret@example.com" }),
      "without user, password",
    ],
    [
      "a query in the base URL",
      opscom({ baseUrl: "https://example.com/?a=1" }),
      "without user, password, query",
    ],
    ["a fragment in the base URL", opscom({ baseUrl: "https://example.com/#a" }), "and fragment"],
    [
      "an empty query in the base URL",
      opscom({ baseUrl: "https://example.com/p?" }),
      "without user, password, query",
    ],
    ["an empty fragment in the base URL", opscom({ baseUrl: "https://example.com#" }), "and fragment"],
    [
      "a header that no request can hold",
      () =>
        createCcsClient({ baseUrl: "https://a.example", headers: { authorization: "Bearer caf\u2019e" } }),
      "headers must hold names and values that HTTP allows",
    ],
    ...[undefined, null].map((authorization): [string, () => unknown, string] => [
      `a header that is ${authorization}`,
      () =>
        createCcsClient({ baseUrl: "https://a.example", headers: { authorization: authorization as never } }),
      "headers must hold texts, and there is none for authorization",
    ]),
    [
      "no base URL where there is no usual one",
      () => createCcsClient({ baseUrl: "" }),
      "`baseUrl` is required",
    ],
    ["an empty base URL where there is a usual one", opscom({ baseUrl: "" }), "`baseUrl` is required"],
    ["no base URL at all", () => createCcsClient({} as never), "`baseUrl` is required"],
    [
      "a fraction of a retry",
      opscom({ maxRetries: 0.5 }),
      "`maxRetries` must be an integer, and a fraction came",
    ],
    ["too many retries", opscom({ maxRetries: 101 }), "`maxRetries` must be at most 100, and 101 came"],
    ["fewer than no retries", opscom({ maxRetries: -1 }), "`maxRetries` must be at least 0, and -1 came"],
    ["no time at all", opscom({ timeoutMs: 0 }), "`timeoutMs` must be at least 1, and 0 came"],
    [
      "more time than timers hold",
      opscom({ deadlineMs: 2 ** 31 }),
      "`deadlineMs` must be at most 2147483647",
    ],
    [
      "a format that its API does not take",
      () =>
        createActiveplatformClient({ apiToken: "t", baseUrl: "https://a.example", format: "xml" as never }),
      'format must be json or form, and "xml" came',
    ],
  ])("%s", (_name, make, message) => {
    expect(make).toThrow(
      expect.objectContaining({ name: "ConfigurationError", code: "configuration", attempts: 0 }),
    );
    expect(make).toThrow(message);
  });

  test.each<[string, () => unknown]>([
    ["baseUrl", opscom({ baseUrl: "controller" })],
    ["tenant", opscom({ tenant: "" })],
    ["apiToken", opscom({ apiToken: "" })],
    ["timeoutMs", opscom({ timeoutMs: 0 })],
    ["headers", () => createCcsClient({ baseUrl: "https://a.example", headers: { "a b": "c" } })],
    ["format", () => createCcsClient({ baseUrl: "https://a.example", format: "yaml" as never })],
  ])("an impossible %s by its name", (setting, make) => {
    expect(make).toThrow(expect.objectContaining({ setting }));
  });

  test("a password in the base URL without showing it", () => {
    expect(opscom({ baseUrl: "https://ann:hunter2@example.com" })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining("hunter2") }),
    );
  });

  test.each<[string, object, string]>([
    ["an impossible", { timeoutMs: -1 }, "timeoutMs"],
    ["a misspelt", { timeout: 5 }, "timeout"],
  ])("%s setting of one call, and sends nothing", async (_name, options, setting) => {
    const transport = vi.fn();
    const result = await opscom({ transport })().safe.pushProfile(PERSON, options);
    expect(result).toMatchObject({ ok: false, error: { code: "configuration", setting } });
    expect(transport).not.toHaveBeenCalled();
  });

  test("a token with a line break without showing it", () => {
    expect(opscom({ apiToken: "s3cret\n" })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining("s3cret") }),
    );
  });
});

describe("a client accepts", () => {
  test("nothing in place of a setting, and takes its default", async () => {
    const client = opscom({
      logger: null,
      maxRetries: null,
      transport: async () => Promise.reject(7),
    } as never)();
    const { ok, ...rest } = await client.safe.pushProfile(PERSON, { signal: null, timeoutMs: null } as never);
    expect({ ok, ...rest }).toMatchObject({ ok: false, error: { code: "network", attempts: 4 } });
  });

  test.each([
    "http://localhost:4010",
    "http://api.localhost",
    "http://127.0.0.1:4010/",
    "http://127.8.9.1",
    "http://[::1]:4010",
    "http://127.100.200.250",
    "https://example.com/prefix/",
  ])("the base URL %s", (baseUrl) => {
    expect(opscom({ baseUrl })).not.toThrow();
  });

  test.each([
    { timeoutMs: 1, deadlineMs: 1, maxRetries: 0 },
    { timeoutMs: 2 ** 31 - 1, deadlineMs: 2 ** 31 - 1, maxRetries: 100 },
  ])("the bounds of its numbers: %o", (options) => {
    expect(opscom(options)).not.toThrow();
  });

  test("a token with a blank inside", () => {
    expect(opscom({ apiToken: "two words" })).not.toThrow();
  });

  test("a logger and hooks that are functions with methods, as a class can be", async () => {
    const logger = Object.assign(() => undefined, { debug: vi.fn(), warn: vi.fn() });
    const hooks = Object.assign(() => undefined, { onRequest: vi.fn() });
    vi.stubGlobal("fetch", async () => new Response(SUCCESS));
    await opscom({ logger, hooks })().pushProfile(PERSON);
    vi.unstubAllGlobals();
    expect(logger.debug).toHaveBeenCalledWith(expect.stringContaining("HTTP 200"));
    expect(hooks.onRequest).toHaveBeenCalledOnce();
  });

  test("a controller as the settings of a call, whose signal a getter gives", async () => {
    const transport = vi.fn();
    const controller = new AbortController();
    controller.abort();
    const result = await opscom({ transport })().safe.pushProfile(PERSON, controller);
    expect(result).toMatchObject({ ok: false, error: { code: "aborted", attempts: 0 } });
    expect(transport).not.toHaveBeenCalled();
  });

  test("a path with slashes at its end, and drops them", async () => {
    const fetch = vi.fn(async () => new Response(SUCCESS));
    vi.stubGlobal("fetch", fetch);
    await opscom({ baseUrl: "https://example.com/prefix//" })().pushProfile(PERSON);
    vi.unstubAllGlobals();
    const url = "https://example.com/prefix/api/OC_TOMA/v1/profiles/push";
    expect(fetch).toHaveBeenCalledWith(url, expect.anything());
  });

  test("must begin with https://, because plain http shows", () => {
    expect(opscom({ baseUrl: "http://example.com", allowInsecureHttp: true })).not.toThrow();
  });
});

describe("globalThis.fetch", () => {
  afterEach(() => vi.unstubAllGlobals());

  test("is looked up at each call, and gets the documented request", async () => {
    const client = opscom({})();
    const fetch = vi.fn(async () => new Response(SUCCESS));
    vi.stubGlobal("fetch", fetch);
    await client.pushProfile(PERSON);
    expect(fetch).toHaveBeenCalledWith(
      "https://controller.operationscommander.io/api/OC_TOMA/v1/profiles/push",
      expect.objectContaining({
        method: "POST",
        redirect: "manual",
        headers: { accept: "application/json", "content-type": "application/json" },
        body: '{"apiToken":"token","unique_id":"1","login_source":"OPSCOM"}',
      }),
    );
  });

  test("that hides a redirect, as browsers do, ends in a redirect error", async () => {
    vi.stubGlobal("fetch", async () => Response.error());
    const result = await opscom({})().safe.pushProfile(PERSON);
    expect(result).toMatchObject({ ok: false, error: { code: "redirect" } });
  });

  test("that answers without a body ends in a parse error", async () => {
    vi.stubGlobal("fetch", async () => new Response(null, { status: 200 }));
    const result = await opscom({})().safe.pushProfile(PERSON);
    expect(result).toMatchObject({ ok: false, error: { code: "parse" } });
  });
});

test("a caller's own headers are sent to CCS, and cannot change the format", async () => {
  const headers = { Authorization: "Basic c2VjcmV0", "Content-Type": "text/plain", ACCEPT: "text/plain" };
  const transport = vi.fn(async () => ({
    status: 200,
    headers: () => new Headers(),
    read: async () => undefined,
  }));
  await createCcsClient({
    baseUrl: "https://ccs.example/v2/",
    headers,
    transport,
    format: "form",
  }).safe.addUser({ email: "a b", firstName: "", roleId: 1 });
  expect(transport).toHaveBeenCalledWith({
    url: "https://ccs.example/v2/request/user",
    method: "POST",
    headers: {
      accept: "application/json",
      authorization: "Basic c2VjcmV0",
      "content-type": "application/x-www-form-urlencoded",
    },
    body: "email=a+b&firstName=&roleId=1",
    signal: expect.any(AbortSignal),
  });
});
