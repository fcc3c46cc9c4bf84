import { request } from "undici";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bodyRule } from "../../src/contract/body-rule.ts";
import { type Check, createCheck } from "../../src/contract/check.ts";
import type { OperationFacts } from "../../src/contract/operation.ts";
import type { ObjectRule } from "../../src/contract/rule.ts";
import { type ApiName, contracts } from "../../src/testing/contract.ts";
import { type ContractMock, startContractMock } from "../../src/testing/index.ts";
import {
  type Constraint,
  leastOf,
  type Place,
  replace,
  type Subject,
  sampleOf,
  subjectsOf,
} from "./constraints.ts";
import { writeBody, writeForm } from "./write-body.ts";

type Values = Record<string, unknown>;
type Request = Record<Place, unknown>;

const SUCCESS = { status: 200, findings: [] };
/** Here every value is text. */
const AS_TEXT = /xml$|urlencoded$/;
const SUBJECTS = (Object.keys(contracts) as ApiName[]).flatMap((api) =>
  subjectsOf(api).map((subject) => [subject.id, subject, factsOf(api, subject.id)] as const),
);

let mock: ContractMock;
beforeAll(async () => {
  mock = await startContractMock();
});
afterAll(() => mock.close());

describe.each(SUBJECTS)("%s", (_, subject, facts) => {
  const { schemas, constraints, mediaTypes } = subject;
  const least = { path: sampleOf(schemas.path), query: leastOf(schemas.query), body: leastOf(schemas.body) };
  const withValue = ({ place, path }: Constraint, value: unknown): Request => {
    return { ...least, [place]: replace(leastOf(schemas[place], path), path, value) };
  };
  const named = constraints.map((one) => [titleOf(one), one] as const);

  test.each(named)("the validator keeps %s", (_, constraint) => {
    const { place, path, keyword, kept, broken } = constraint;
    const rule = keyword === "additionalProperties" ? "unknown" : keyword;
    for (const check of checksOf(facts, constraint)) {
      for (const value of kept) expect(check(withValue(constraint, value)[place])).toEqual([]);
      for (const value of broken)
        expect(check(withValue(constraint, value)[place])).toMatchObject([{ path, rule }]);
    }
  });

  describe.each(mediaTypes)("the mock, asked in %s,", (mediaType) => {
    const ask = (asked: Request) => post(subject, mediaType, asked);

    test("accepts the required members alone, and all of them", async () => {
      expect(await ask(least)).toMatchObject(SUCCESS);
      expect(await ask({ ...least, body: sampleOf(schemas.body) })).toMatchObject(SUCCESS);
    });

    test.each(named)("keeps %s", async (_, constraint) => {
      const { place, kept, broken, brokenText = broken } = constraint;
      const field = fieldOf(constraint);
      const findings = [{ location: ["request", place, ...(field ? [field] : [])] }];
      const refusal = { status: 400, findings, text: expect.stringContaining(field) };
      for (const value of kept) expect(await ask(withValue(constraint, value))).toMatchObject(SUCCESS);
      for (const value of AS_TEXT.test(mediaType) ? brokenText : broken) {
        expect(await ask(withValue(constraint, value))).toMatchObject(refusal);
      }
    });
  });
});

function titleOf(constraint: Constraint): string {
  return `${constraint.keyword} of ${fieldOf(constraint) || "the whole"} in the ${constraint.place}`;
}

function factsOf(api: ApiName, id: string): OperationFacts {
  const facts = contracts[api].operations.find((one) => one.id === id);
  if (!facts) throw new Error(`${id} is in the document of ${api} and not in its contract`);
  return facts;
}

/** The check of a place; for a body also, but for the token, that of the record which a caller passes in. */
function checksOf(facts: OperationFacts, { place, path: [first] }: Constraint): Check[] {
  const { parameters, secret } = facts;
  if (place === "path") return [createCheck(membersOf(parameters))];
  if (place === "query") return [createCheck(membersOf(secret ? { [secret.name]: secret.rule } : {}))];
  const record = createCheck(facts.record);
  const token = secret?.in === "body" ? secret.name : "";
  const withoutToken: Check = (value) =>
    record(first === undefined ? value : replace(value, [token], undefined));
  return [createCheck(bodyRule(facts)), ...(first === token ? [] : [withoutToken])];
}

function membersOf(properties: ObjectRule["properties"]): ObjectRule {
  return { type: "object", closed: false, required: Object.keys(properties), properties };
}

function fieldOf({ path }: Constraint): string {
  return path
    .map((step, at) => (typeof step === "number" ? `[${step}]` : `${at > 0 ? "." : ""}${step}`))
    .join("");
}

async function post({ path, schemas }: Subject, mediaType: string, asked: Request) {
  const { path: inPath, query, body } = asked as Record<Place, Values>;
  const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(inPath[name])));
  const answer = await request(`${mock.url}${url}?${writeForm(query)}`, {
    method: "POST",
    headers: { "content-type": mediaType },
    body: writeBody(mediaType, body, schemas.body),
  });
  const findings = JSON.parse(String(answer.headers["sl-violations"] ?? "[]")) as unknown;
  return { status: answer.statusCode, findings, text: await answer.body.text() };
}
