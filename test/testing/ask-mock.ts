import { Client } from "undici";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { startContractMock } from "../../src/testing/index.ts";

export interface Asked {
  readonly path?: string;
  readonly method?: string;
  /** The Content-Type; null is none. */
  readonly as?: string | null;
  readonly headers?: Record<string, string>;
  /** Default: a profile; null is none. */
  readonly body?: string | Buffer | object | null;
}

export const OPSCOM = "/api/OC_TOMA/v1/profiles/push";
export const ACTIVEPLATFORM = "/api/vendor/v1/users.json?api_token=t0ken";
export const FORM = "application/x-www-form-urlencoded";
export const AP_FORM = { path: ACTIVEPLATFORM, as: FORM };
export const CCS = { path: "/request/user" };
export const CCS_XML = { path: "/request/user", as: "application/xml" };
export const PROFILE = { apiToken: "t", unique_id: "u", login_source: "OPSCOM" };
export const USER = "first_name=A&last_name=B&password=p&email=a@b.cd";

/** Starts a mock of all three APIs for a test file; what it returns asks it, and holds what it logs. */
export function useMock() {
  const log: string[] = [];
  let client: Client;
  let mock: Awaited<ReturnType<typeof startContractMock>>;
  beforeAll(async () => {
    mock = await startContractMock({ log: (line) => log.push(line) });
    client = new Client(mock.url);
  });
  beforeEach(() => {
    log.length = 0;
  });
  afterAll(async () => {
    await client.close();
    await mock.close();
  });
  return { ask: (asked: Asked) => ask(client, asked), log, url: () => mock.url };
}

async function ask(
  client: Client,
  { path = OPSCOM, method = "POST", as = "application/json", headers, body = PROFILE }: Asked,
) {
  const bytes = typeof body === "object" && !Buffer.isBuffer(body) ? body && JSON.stringify(body) : body;
  const answer = await client.request({
    path,
    method: method as "POST",
    headers: { ...(as ? { "content-type": as } : {}), ...headers },
    body: method === "POST" ? bytes : null,
  });
  const text = await answer.body.text();
  const header = String(answer.headers["sl-violations"] ?? "[]");
  return {
    status: answer.statusCode,
    headers: answer.headers,
    type: answer.headers["content-type"],
    json: text && (JSON.parse(text) as unknown),
    header,
    findings: JSON.parse(header) as { location: string[]; code: string; message: string }[],
  };
}
