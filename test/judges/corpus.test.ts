import { beforeAll, describe, expect, test } from "vitest";
import type { Api } from "../vendor-facts/read-document.ts";
import { type Case, corpusOf } from "./corpus.ts";
import type { Judge } from "./judge.ts";
import { createMockJudge, validator } from "./our-judges.ts";

const APIS: readonly Api[] = ["opscom", "activeplatform", "ccs"];

let mock: Judge;
beforeAll(async () => {
  mock = await createMockJudge();
});

describe.each(APIS)("the corpus of %s", (api) => {
  const corpus = corpusOf(api);

  test("has both kinds of requests for every operation and media type", () => {
    const kinds = Map.groupBy(corpus, ({ subject, mediaType }) => `${subject.id} ${mediaType}`);
    for (const { id, mediaTypes } of new Set(corpus.map(({ subject }) => subject))) {
      for (const mediaType of mediaTypes) {
        const cases = kinds.get(`${id} ${mediaType}`) ?? [];
        expect(new Set(cases.map(({ valid }) => valid)).size, `${id} in ${mediaType}`).toBe(2);
      }
    }
  });

  test("passes the mock where it is valid, and nowhere else", async () => {
    expect(await wronglyJudged(mock, corpus)).toEqual([]);
  });

  test("passes the validator where it is valid, and nowhere else", async () => {
    expect(await wronglyJudged(validator, corpus)).toEqual([]);
  });
});

async function wronglyJudged({ judge }: Judge, corpus: readonly Case[]): Promise<string[]> {
  const judged = await Promise.all(corpus.map(async (one) => [one, await judge(one)] as const));
  return judged
    .filter(([{ valid }, verdict]) => verdict !== undefined && verdict !== valid)
    .map(([{ subject, mediaType, name }]) => `${subject.id} in ${mediaType}: ${name}`);
}
