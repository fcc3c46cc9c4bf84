import { globSync, readFileSync } from "node:fs";
import { basename, dirname, extname } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type ContractMock, startContractMock } from "../../src/testing/index.ts";
import { type Rendered, renderDocuments, renderedOperations } from "./render-documents.ts";
import { missingFor, runSample } from "./run-sample.ts";

const TENANT = "OC_TOMA";

/** What the mock shows in place of a token or a password. */
const MASK = "***";
const SECRETS = ["apiToken", "password"];

const operations = renderedOperations(await renderDocuments());
const files = globSync("examples/requests/*/*").sort();

/** The operation that a sample calls. */
function operationOf(file: string) {
  const id = basename(file, extname(file));
  const found = operations.find(
    ({ api, operation }) => api === basename(dirname(file)) && operation.operationId === id,
  );
  if (!found) throw new Error(`${file}: there is no such operation`);
  return found;
}

function mask(body: Rendered): Rendered {
  return JSON.parse(JSON.stringify(body, (key, value) => (SECRETS.includes(key) ? MASK : value)));
}

/** What a sample has to print of an answer: the reference, or the names. */
function resultOf({ operation, answer }: ReturnType<typeof operationOf>): string[] {
  const reference = operation["x-reference"];
  if (reference) return [String(answer[reference])];
  return answer.user_types.map((one: Rendered) => one.type_name);
}

/** The lines that a sample printed; curl has no JSON, and cuts members out of the answer with their names. */
function linesOf(stdout: string): string[] {
  const lines = stdout.trimEnd().split("\n");
  return lines.map((line) => line.replace(/^"\w+":/, "").replace(/^"(.*)"$/, "$1"));
}

describe("the samples of the API pages", () => {
  const shown: Rendered[] = operations.flatMap(({ operation }) => operation["x-codeSamples"]);
  let mock: ContractMock;
  let settings: Record<string, string>;

  beforeAll(async () => {
    mock = await startContractMock();
    settings = {
      OPSCOM_BASE_URL: mock.url,
      OPSCOM_TENANT: TENANT,
      OPSCOM_API_TOKEN: "YOUR-API-TOKEN",
      ACTIVEPLATFORM_BASE_URL: mock.url,
      ACTIVEPLATFORM_API_TOKEN: "654 & 321",
      CCS_BASE_URL: mock.url,
      CCS_HEADERS: "X-Api-Key: a:b\nX-Site: main",
    };
  });
  beforeEach(() => mock.reset());
  afterAll(() => mock.close());

  test("are the files that run here, and no others", () => {
    const texts = files.map((file) => readFileSync(file, "utf8"));
    expect(texts.length).toBe(operations.length * 4);
    expect(shown.map(({ source }) => source).sort()).toEqual(texts.sort());
  });

  test("are in languages that Redoc is told to show", () => {
    const { openapi } = parse(readFileSync("openapi/render/redocly.yaml", "utf8"));
    const languages = openapi.codeSamples.languages.map(({ lang }: Rendered) => lang);
    for (const { lang } of shown) expect(languages).toContain(lang);
  });

  describe.each(files)("%s", (file) => {
    const called = operationOf(file);
    // A tool that is missing is a named skip, and a failure where CI promises it.
    const runs = test.skipIf(missingFor(file) && !process.env["CI"]);

    runs("sends the request that its page shows, and prints what it got", async () => {
      const { failed, stdout, stderr } = await runSample(file, settings);
      expect({ failed, stderr }).toEqual({ failed: false, stderr: "" });
      expect(mock.requests.map(({ headers, operation, ...request }) => request)).toEqual([
        {
          method: "POST",
          path: called.path.replace("{tenant}", TENANT),
          query: Object.fromEntries(called.query.map((name) => [name, MASK])),
          body: mask(called.request),
          findings: [],
        },
      ]);
      expect(mock.requests[0]?.headers).toMatchObject({
        "content-type": "application/json",
        ...(called.api === "ccs" ? { "x-api-key": MASK, "x-site": MASK } : {}),
      });
      expect(linesOf(stdout)).toEqual(resultOf(called));
    });

    runs("fails and says why where it is refused, whatever the status", async () => {
      const isOpscom = called.api === "opscom";
      mock.respondWith(
        isOpscom ? { fault: 9002, status: 200 } : { status: 400, body: { error: "wrong role" } },
      );
      const { failed, stdout, stderr } = await runSample(file, settings);
      expect({ failed, stdout }).toEqual({ failed: true, stdout: "" });
      expect(stderr).toMatch(isOpscom ? /9002/ : /wrong role|400/);
    });

    runs("takes no secret to where a redirect points", async () => {
      mock.respondWith({ status: 302, headers: { location: `${mock.url}/elsewhere` } });
      const { failed, stdout } = await runSample(file, settings);
      expect({ failed, stdout }).toEqual({ failed: true, stdout: "" });
      for (const { method, query, headers } of mock.requests.slice(1)) {
        expect({ method, query }).toEqual({ method: "GET", query: {} });
        expect(Object.values(headers)).not.toContain(MASK);
      }
    });
  });
});
