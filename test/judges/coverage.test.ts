import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import {
  type Coverage,
  describeCoverage,
  measureCoverage,
} from "../../scripts/contract-coverage/measure-coverage.ts";
import { createContractFetch } from "../../src/testing/index.ts";
import { recordHar } from "../support/har.ts";
import type { Api } from "../vendor-facts/read-document.ts";
import { corpusOf } from "./corpus.ts";
import { targetOf } from "./judge.ts";

const APIS: readonly Api[] = ["opscom", "activeplatform", "ccs"];
const FOLDER = "reports/contract";
const SERVER = "https://contract.test";

let coverage: Coverage[];
beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  coverage = await Promise.all(
    APIS.map(async (api) => {
      writeFileSync(`${FOLDER}/${api}.har`, JSON.stringify(await exercise(api)));
      return measureCoverage(`${FOLDER}/${api}.har`, `openapi/${api}.yaml`, SERVER);
    }),
  );
});

test("the README says how much of the documents the contract tests exercise", () => {
  expect(readFileSync("README.md", "utf8").replaceAll(/\s+/g, " ")).toContain(describeCoverage(coverage));
});

test("nothing of the documents is left untouched", () => {
  expect(coverage.flatMap(({ missing }) => missing)).toEqual([]);
});

test("what is recorded holds no token and no password", () => {
  const recorded = APIS.map((api) => readFileSync(`${FOLDER}/${api}.har`, "utf8")).join();
  expect(recorded).toContain("***");
  expect(recorded).not.toMatch(/YOUR-API-TOKEN|654321|correct-horse|N;T@o;y/);
});

/** Every valid request of the corpus, and each documented answer: the success, the refusal and any other status. */
async function exercise(api: Api): Promise<object> {
  const { fetch, url } = await createContractFetch({ apis: [api] });
  const { fetch: recording, har } = recordHar(fetch, redact);
  for (const one of corpusOf(api).filter(({ valid }) => valid)) {
    for (const prefer of ["", "code=400", "code=503"]) {
      const accept = /html$|urlencoded$/.test(one.mediaType) ? "application/json" : one.mediaType;
      const headers = { "content-type": one.mediaType, accept, ...(prefer ? { prefer } : {}) };
      await recording(url + targetOf(one), { headers, body: one.text ?? "" });
    }
  }
  return har();
}

/** The names under which tokens and passwords travel, in a query, a form, JSON and XML. */
function redact(text: string): string {
  return text
    .replaceAll(/("(?:apiToken|password)":)"(?:[^"\\]|\\.)*"/g, '$1"***"')
    .replaceAll(/\b(api_token|password)=[^&]*/g, "$1=***")
    .replaceAll(/<Password>[^<]*</g, "<Password>***<");
}
