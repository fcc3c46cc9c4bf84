import fc from "fast-check";
import { request } from "undici";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bodyRule } from "../../src/contract/body-rule.ts";
import { createCheck } from "../../src/contract/check.ts";
import { DATE, EMAIL } from "../../src/contract/format.ts";
import type { Encoding, OperationFacts } from "../../src/contract/operation.ts";
import type { Rule, ScalarRule } from "../../src/contract/rule.ts";
import { createUser } from "../../src/generated/activeplatform/operations.gen.ts";
import { addUser } from "../../src/generated/ccs/operations.gen.ts";
import { pushProfile } from "../../src/generated/opscom/operations.gen.ts";
import { decodeBody } from "../../src/testing/decode-body.ts";
import { type ContractMock, startContractMock } from "../../src/testing/index.ts";
import { decodeForm } from "../../src/wire/decode-form.ts";
import { encodeScalar } from "../../src/wire/encode-scalar.ts";
import { formCodec } from "../../src/wire/form-codec.ts";
import { jsonCodec } from "../../src/wire/json-codec.ts";
import { xmlCodec } from "../../src/wire/xml-codec.ts";

const CODECS = { json: jsonCodec, form: formCodec, xml: xmlCodec };
const FORMATS = [pushProfile, createUser, addUser].flatMap((facts: OperationFacts) =>
  // One media type for each way of writing.
  [...new Set(Object.values(facts.formats))].map(
    (encoding) => [`${facts.id} in ${encoding}`, facts, encoding] as const,
  ),
);
const XML_CANNOT_HOLD = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Any character, and more often than others those that mean something to a format, or to Unicode. */
const character = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  fc.constantFrom(..."<>&'\"\r\n\t +%=;[]{}\\\u0000\u000b\u001f\u007f\u0085\u2028\ufeff\ufffe\uffff"),
  fc.constantFrom("\ud83d", "\ude00", "\u{1f600}"),
);
const anyText = fc.string({ unit: character });

let mock: ContractMock;
beforeAll(async () => {
  mock = await startContractMock();
});
afterAll(() => mock.close());

describe.each(FORMATS)("%s", (_, facts, encoding) => {
  const { encode } = CODECS[encoding];
  const records = arbitraryOf(bodyRule(facts)) as fc.Arbitrary<Record<string, unknown>>;

  test("every record that the rule accepts arrives as it was", async () => {
    const arrives = fc.asyncProperty(records, async (record) => {
      fc.pre(createCheck(bodyRule(facts))(record).length === 0);
      const read = await decodeBody(Buffer.from(encode(record, facts)), encoding, facts);
      expect(read).toEqual({ value: carried(record, encoding), findings: [] });
    });
    await fc.assert(arrives);
  });

  test("every record that the rule accepts is accepted by the mock", async () => {
    const accepted = fc.asyncProperty(records, async (record) => {
      fc.pre(createCheck(bodyRule(facts))(record).length === 0);
      expect(await post(encode(record, facts), facts, encoding)).toBe(200);
    });
    await fc.assert(accepted);
  });

  test("any text in any field is accepted or refused, and nothing fails", async () => {
    const fields = fc.constantFrom(...Object.entries(bodyRule(facts).properties));
    const answered = fc.asyncProperty(records, fields, anyText, async (record, [field, { type }], text) => {
      const value = type === "array" ? [{ key: text, value: text }] : text;
      expect([200, 400]).toContain(await post(encode({ ...record, [field]: value }, facts), facts, encoding));
    });
    await fc.assert(answered);
  });

  test("any body at all is read or refused, and nothing fails", async () => {
    const answered = fc.asyncProperty(bodiesOf(facts, encoding), async (body) => {
      expect(await decodeBody(Buffer.from(body), encoding, facts)).toHaveProperty("findings");
      expect([200, 400]).toContain(await post(body, facts, encoding));
    });
    await fc.assert(answered);
  });
});

const USER_FORMATS = FORMATS.filter(([, { id }]) => id === "addUser");
test.each(USER_FORMATS)("%s: a number of any size arrives as it was", async (_, facts, encoding) => {
  for (const roleId of [0, -1, 2 ** 31, Number.MAX_SAFE_INTEGER, 1e21, -1e300]) {
    const text = CODECS[encoding].encode({ email: "e", firstName: "f", roleId }, facts);
    const read = await decodeBody(Buffer.from(text), encoding, facts);
    expect(read).toMatchObject({ value: { roleId }, findings: [] });
  }
});

test("each pair of a form is in the value or among the findings", () => {
  const leaves = (value: unknown): number =>
    typeof value === "object" ? Object.values(value as object).reduce((sum, one) => sum + leaves(one), 0) : 1;
  const kept = fc.property(pairsOf(createUser), (pairs) => {
    const { value, findings } = decodeForm(new URLSearchParams(pairs).toString(), createUser.record);
    expect(leaves(value) + findings.length).toBe(pairs.length);
  });
  fc.assert(kept);
});

/** Names and texts, among them the names that every object has, and some of a list. */
function pairsOf({ record: { properties } }: OperationFacts): fc.Arbitrary<[string, string][]> {
  const inList = ["key", "value", "__proto__", ""].map((member) => `custom_attributes[][${member}]`);
  const names = fc.constantFrom(...Object.keys(properties), ...inList, "__proto__", "constructor", "[]");
  const name = fc.oneof({ arbitrary: names, weight: 9 }, anyText);
  return fc.array(fc.tuple(name, anyText), { minLength: 1 });
}

function bodiesOf(facts: OperationFacts, encoding: Encoding): fc.Arbitrary<string | Uint8Array> {
  const write = (pairs: [string, string][]) => {
    if (encoding === "json") return JSON.stringify(Object.fromEntries(pairs));
    if (encoding === "form") return new URLSearchParams(pairs).toString();
    const elements = pairs.map(([name, text]) => `<${name}>${text.replaceAll(/[<&]/g, "")}</${name}>`);
    return `<UserPost xmlns="${facts.requestXml?.namespace}">${elements.join("")}</UserPost>`;
  };
  return fc.oneof(anyText, fc.json(), fc.uint8Array(), { arbitrary: pairsOf(facts).map(write), weight: 5 });
}

/** What arrives of a record: all of it in JSON; in a form and in XML what their text can carry. */
function carried(record: Record<string, unknown>, encoding: Encoding): unknown {
  if (encoding === "json") return record;
  const clean = (text: string) =>
    encoding === "xml" ? text.toWellFormed().replace(XML_CANNOT_HOLD, "\ufffd") : text.toWellFormed();
  const members = Object.entries(record).map(([name, value]) => {
    if (!Array.isArray(value)) return [name, typeof value === "string" ? clean(value) : value];
    const items = value.map((item: object) =>
      Object.entries(item).map(([key, one]) => [key, clean(encodeScalar(one))]),
    );
    // An empty list leaves no trace in a form.
    return [name, value.length === 0 ? undefined : items.map((item) => Object.fromEntries(item))];
  });
  return Object.fromEntries(members);
}

function arbitraryOf(rule: Rule): fc.Arbitrary<unknown> {
  if ("items" in rule) return fc.array(arbitraryOf(rule.items), { maxLength: 3 });
  if (!("properties" in rule)) return fc.oneof(...[rule.type].flat().map((type) => scalarOf(type, rule)));
  const members = Object.entries(rule.properties).map(([name, member]) => {
    const some = arbitraryOf(member);
    return [name, rule.required.includes(name) ? some : fc.option(some, { nil: undefined })];
  });
  return fc.record(Object.fromEntries(members) as Record<string, fc.Arbitrary<unknown>>);
}

function scalarOf(type: string, { format, pattern, minLength, maxLength, minimum, maximum }: ScalarRule) {
  if (type === "boolean") return fc.boolean();
  if (type === "integer") return fc.integer({ min: minimum ?? -(2 ** 31), max: maximum ?? 2 ** 31 - 1 });
  // JSON knows one zero.
  if (type === "number")
    return fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0);
  if (format === EMAIL) return fc.emailAddress();
  if (format === DATE)
    return fc.date({ noInvalidDate: true, min: new Date(0) }).map((date) => date.toISOString().slice(0, 10));
  if (pattern) return fc.stringMatching(pattern);
  return fc.string({ unit: character, minLength: minLength ?? 0, maxLength: maxLength ?? 100 });
}

async function post(body: string | Uint8Array, { path, formats }: OperationFacts, encoding: Encoding) {
  const mediaType = Object.keys(formats).find((type) => formats[type] === encoding);
  const url = `${mock.url}${path.replace("{tenant}", "OC_TOMA")}?api_token=t`;
  const answer = await request(url, { method: "POST", headers: { "content-type": mediaType }, body });
  await answer.body.dump();
  return answer.statusCode;
}
