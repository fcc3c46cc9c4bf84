import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { PROJECT, replaceOnce } from "../scripts/project-copy.ts";
import type { Api } from "../vendor-facts/read-document.ts";
import { lintDocuments, type Problem } from "./lint-documents.ts";
import type { Mistake } from "./mistake.ts";
import { mistakesInDocuments } from "./mistakes-in-documents.ts";
import { mistakesInFaults } from "./mistakes-in-faults.ts";
import { mistakesInFields } from "./mistakes-in-fields.ts";
import { mistakesInInferences } from "./mistakes-in-inferences.ts";
import { mistakesInOperations } from "./mistakes-in-operations.ts";
import { mistakesInWireFormats } from "./mistakes-in-wire-formats.ts";

const APIS: readonly Api[] = ["opscom", "activeplatform", "ccs"];
const RULES = Object.entries({
  ...mistakesInDocuments,
  ...mistakesInOperations,
  ...mistakesInWireFormats,
  ...mistakesInFields,
  ...mistakesInInferences,
  ...mistakesInFaults,
});

const texts = Object.fromEntries(APIS.map((api) => [api, readProject(`openapi/${api}.yaml`)]));
let problems: ReadonlyMap<string, readonly Problem[]>;

beforeAll(async () => {
  const mistakes = RULES.flatMap(([rule, cases]) =>
    cases.map(([name, mistake]) => [`${rule}: ${name}`, spoil(mistake)] as const),
  );
  problems = await lintDocuments(new Map([...Object.entries(texts), ...mistakes]));
});

test.each(APIS)("the document of %s has no problem", (api) => {
  expect(problems.get(api)).toEqual([]);
});

describe.each(RULES)("%s", (rule, cases) => {
  test.each(cases)("finds %s", (name, { says }) => {
    const messages = problems.get(`${rule}: ${name}`)?.filter((problem) => problem.rule === rule);
    expect(messages).not.toEqual([]);
    expect(messages?.map(({ message }) => message)).toEqual(
      messages?.map(() => expect.stringContaining(says)),
    );
  });
});

test("every rule that redocly.yaml switches on is seen to find something", () => {
  const { rules } = parse(readProject("redocly.yaml")) as { rules: Record<string, string> };
  expect(RULES.map(([rule]) => rule)).toEqual(expect.arrayContaining(Object.keys(rules)));
});

function spoil({ in: api, from, to }: Mistake): string {
  return replaceOnce(texts[api] ?? "", from, to);
}

function readProject(path: string): string {
  return readFileSync(join(PROJECT, path), "utf8");
}
