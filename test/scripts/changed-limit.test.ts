import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { generateApi } from "../../scripts/generate/generate-api.ts";
import { bodyRule } from "../../src/contract/body-rule.ts";
import { createCheck } from "../../src/contract/check.ts";
import type * as Faults from "../../src/generated/opscom/faults.gen.ts";
import type * as Fields from "../../src/generated/opscom/fields.gen.ts";
import type * as Operations from "../../src/generated/opscom/operations.gen.ts";
import * as committed from "../../src/generated/opscom/operations.gen.ts";
import type { Contract } from "../../src/testing/contract.ts";
import { type ContractMock, serveContracts } from "../../src/testing/start-contract-mock.ts";
import { PROJECT, replaceOnce } from "./project-copy.ts";

const LIMIT = "first_name:\n          type: string\n          maxLength: ";
const MESSAGE = "`first_name` has 41 characters, the limit is 40";

let folder: string;
let documents: URL;
let operations: typeof Operations;
let fields: typeof Fields;
let faults: typeof Faults;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "userpush-test-"));
  documents = pathToFileURL(`${folder}/openapi/`);
  const out = pathToFileURL(`${folder}/generated/`);
  await mkdir(documents, { recursive: true });
  await mkdir(new URL("opscom/", out), { recursive: true });

  const text = await readFile(join(PROJECT, "openapi/opscom.yaml"), "utf8");
  await writeFile(new URL("opscom.yaml", documents), replaceOnce(text, `${LIMIT}50`, `${LIMIT}40`));
  const generated = await generateApi({ api: "opscom", documents, out });
  for (const [name, content] of generated) await writeFile(new URL(`opscom/${name}`, out), content);

  const load = async (name: string) => await import(new URL(`opscom/${name}.gen.ts`, out).href);
  [operations, fields, faults] = [await load("operations"), await load("fields"), await load("faults")];
});

afterAll(() => rm(folder, { recursive: true }));

describe("when one line of a document changes a limit from 50 to 40", () => {
  test("one line of the generated files changes", async () => {
    const out = pathToFileURL(join(PROJECT, "src/generated/"));
    const before = await generateApi({
      api: "opscom",
      documents: pathToFileURL(join(PROJECT, "openapi/")),
      out,
    });
    const after = await generateApi({ api: "opscom", documents, out });
    const changed = [...after].flatMap(([name, text]) => {
      const lines = before.get(name)?.split("\n");
      return text.split("\n").filter((line, index) => line !== lines?.[index]);
    });
    expect(changed).toEqual(['    first_name: { type: "string", maxLength: 40, sensitive: true },']);
  });

  test("the validator follows, and so does its message", () => {
    const check = createCheck(bodyRule(operations.pushProfile));
    expect(check(profile(40))).toEqual([]);
    expect(check(profile(41)).map(({ message }) => message)).toEqual([MESSAGE]);
  });

  test("the list of fields follows", () => {
    const field = fields.pushProfileFields.find(({ name }) => name === "first_name");
    expect(field?.rule).toMatchObject({ maxLength: 40 });
  });

  test("the mock follows", async () => {
    const mock = await serve([operations.pushProfile]);
    expect(await push(mock, profile(40))).toMatchObject({ status: 200, body: { status: "success" } });
    expect(await push(mock, profile(41))).toEqual({
      status: 400,
      body: { ErrorCode: 9030, ErrorMessage: MESSAGE },
    });
  });

  test("Prism, which reads the document itself, follows without anything generated", async () => {
    const mock = await serve([committed.pushProfile]);
    expect(await push(mock, profile(40))).toMatchObject({ status: 200 });
    const { status, body } = await push(mock, profile(41));
    expect(status).toBe(400);
    expect(body).toMatchObject({ ErrorMessage: expect.stringContaining("40") });
  });
});

async function serve(served: Contract["operations"]): Promise<ContractMock> {
  const document = new URL("opscom.yaml", documents);
  const mock = await serveContracts([{ document, operations: served, faultGuide: faults.faultGuide }], {});
  onTestFinished(() => mock.close());
  return mock;
}

function profile(length: number): object {
  return {
    apiToken: "secret",
    unique_id: "00123456",
    login_source: "OPSCOM",
    first_name: "é".repeat(length),
  };
}

async function push({ url }: ContractMock, body: object): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${url}/api/OC_TOMA/v1/profiles/push`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}
