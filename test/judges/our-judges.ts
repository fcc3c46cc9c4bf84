import { bodyRule } from "../../src/contract/body-rule.ts";
import { createCheck } from "../../src/contract/check.ts";
import type { Encoding, OperationFacts } from "../../src/contract/operation.ts";
import type { ScalarRule } from "../../src/contract/rule.ts";
import { contracts } from "../../src/testing/contract.ts";
import { decodeBody } from "../../src/testing/decode-body.ts";
import { createContractFetch } from "../../src/testing/index.ts";
import type { Case } from "./corpus.ts";
import { type Judge, targetOf, type Verdict } from "./judge.ts";

/** The generated rules, over what our readers read. */
export const validator: Judge = {
  name: "validator",
  async judge(one: Case): Promise<Verdict> {
    const facts = factsOf(one);
    const encoding = facts.formats[one.mediaType ?? ""];
    if (!encoding) return undefined;
    const { secret, parameters } = facts;
    const inQuery = secret?.in === "query" ? { [secret.name]: secret.rule } : {};
    const body = await readBody(one, encoding, facts);
    return (
      passes(parameters, one.asked.path) &&
      passes(inQuery, one.asked.query) &&
      body !== undefined &&
      createCheck(bodyRule(facts))(body).length === 0
    );
  },
};

/** The mock, without its socket. */
export async function createMockJudge(): Promise<Judge> {
  const { fetch, url } = await createContractFetch();
  async function judge(one: Case): Promise<Verdict> {
    const { mediaType, text } = one;
    const bytes = text === undefined ? null : new TextEncoder().encode(text);
    const headers: Record<string, string> = mediaType ? { "content-type": mediaType } : {};
    const answer = await fetch(url + targetOf(one), { method: "POST", headers, body: bytes });
    if (answer.status >= 500) throw new Error(`the mock failed on ${one.name}`);
    return answer.ok;
  }
  return { name: "mock", judge };
}

function factsOf({ api, subject }: Case): OperationFacts {
  return contracts[api].operations.find(({ id }) => id === subject.id) as OperationFacts;
}

async function readBody({ text = "" }: Case, encoding: Encoding, facts: OperationFacts): Promise<unknown> {
  const { value, findings } = await decodeBody(new TextEncoder().encode(text), encoding, facts);
  return findings.length > 0 ? undefined : value;
}

function passes(properties: Readonly<Record<string, ScalarRule>>, values: object): boolean {
  const required = Object.keys(properties);
  return createCheck({ type: "object", closed: false, required, properties })(values).length === 0;
}
