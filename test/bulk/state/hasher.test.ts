import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PersonRecord } from "../../../src/bulk/map/mapped.ts";
import { createHasher } from "../../../src/bulk/state/hashing/hasher.ts";
import { createHashKey } from "../../../src/bulk/state/hashing/key-file.ts";
import { createMac, SHA_256, SHA_512 } from "../../../src/bulk/state/hashing/mac.ts";

/** Always the same: by another one, a check of the examples may be as before by chance, once in millions. */
const key = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";
const hasher = createHasher({ key, exclude: ["password"] });
const { record } = hasher;
const bytes = (hash: string) => Buffer.from(hash, "latin1");

test.each([SHA_256, SHA_512])(
  "the hash is HMAC-$name under the text of the key, as Node makes it",
  (digest) => {
    const mac = createMac(key, digest);
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(bytes(mac(text))).toEqual(createHmac(digest.name, key).update(text).digest());
      }),
    );
  },
);

test("a record has 16 bytes of it", () => {
  const whole = createHmac("sha256", key).update('["record","a","x","b",[1,true]]').digest();
  expect(bytes(record({ b: [1, true], a: "x" }))).toEqual(whole.subarray(0, 16));
});

describe("two records", () => {
  test.each<[string, PersonRecord, PersonRecord]>([
    ["whose fields stand in another order", { a: "1", b: "2" }, { b: "2", a: "1" }],
    ["of which one has a field that is undefined", { a: "1", b: undefined }, { a: "1" }],
    [
      "whose members stand in another order",
      { a: [{ key: "k", value: 1 }] },
      { a: [{ value: 1, key: "k" }] },
    ],
    ["that differ in a field made up anew", { a: "1", password: "x" }, { a: "1", password: "y" }],
    ["of which one has a field made up anew", { a: "1", password: "x" }, { a: "1" }],
  ])("%s hash alike", (_name, one, other) => {
    expect(record(one)).toBe(record(other));
  });

  test.each<[string, PersonRecord, PersonRecord]>([
    ["with a number and with its text", { a: 1 }, { a: "1" }],
    ["with true and with its text", { a: true }, { a: "true" }],
    ["with null and with its text", { a: null }, { a: "null" }],
    ["with an empty field and without it", { a: "" }, {}],
    ["with one value and with a list of it", { a: "x" }, { a: ["x"] }],
    ["with a list and with its text", { a: ["x", "y"] }, { a: '["x","y"]' }],
    ["with a list in another order", { a: [1, 2] }, { a: [2, 1] }],
    ["whose values changed places", { a: "x", b: "y" }, { a: "y", b: "x" }],
    ["whose text would run together", { a: 'x","b":"y' }, { a: "x", b: "y" }],
    ["that differ in the case of a letter", { a: "ann" }, { a: "Ann" }],
    ["that differ in how an accent is written", { a: "\u00e9" }, { a: "e\u0301" }],
    ["that differ in half a character", { a: "\ud800" }, { a: "\ud801" }],
  ])("%s differ", (_name, one, other) => {
    expect(record(one)).not.toBe(record(other));
  });
});

test("a record hashes alike whatever was hashed before it", () => {
  const first = record({ a: "1", b: "2" });
  record({ b: "2", c: "3" });
  record({ a: "1" });
  expect(record({ a: "1", b: "2" })).toBe(first);
});

const keep = (value: PersonRecord) => hasher.all(value, record(value));

test("what is kept of a record is its hash, and three bytes for each field by name", () => {
  const value = { b: 2, a: "x", password: "secret" };
  const { fields, hashes } = keep(value);
  expect(fields).toEqual(["a", "b"]);
  expect([hashes.slice(0, 16), hashes.length]).toEqual([record(value), 16 + 2 * 3]);
  expect(keep({ a: "x", b: 2 })).toEqual({ fields, hashes });
});

test("a field that is made up anew each time does not differ", () => {
  expect(hasher.differing({ a: "2", password: "y" }, keep({ a: "1", password: "x" }))).toEqual(["a"]);
});

describe("of what was kept of a record", () => {
  const before = { a: "1", b: 2, c: ["x", { d: 1, e: 2 }], f: "" };

  test.each<[string, PersonRecord, string[]]>([
    ["nothing differs from the same", { f: "", c: ["x", { e: 2, d: 1 }], b: 2, a: "1" }, []],
    ["a value differs", { ...before, a: "2" }, ["a"]],
    ["a type differs", { ...before, a: 1, b: "2" }, ["a", "b"]],
    ["a list differs", { ...before, c: ["x", { d: 1, e: 3 }] }, ["c"]],
    ["what was empty is null", { ...before, f: null }, ["f"]],
    ["a field is new", { ...before, z: "9" }, ["z"]],
    ["a field is gone", { ...before, b: undefined }, ["b"]],
    ["two values changed places", { ...before, a: "", f: "1" }, ["a", "f"]],
  ])("%s", (_name, now, differing) => {
    expect(hasher.differing(now, keep(before))).toEqual(differing);
  });

  test("every field differs where another key is used, or nothing can be read", () => {
    const other = createHasher({ key: key.toUpperCase(), exclude: [] });
    expect(other.differing(before, keep(before))).toEqual(Object.keys(before));
    expect(hasher.differing(before, { fields: [], hashes: "" })).toEqual(Object.keys(before));
  });
});

test("any change of a value shows, whatever the value and its field", () => {
  const values = fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.integer(), fc.boolean());
  fc.assert(
    fc.property(fc.array(values, { minLength: 1, maxLength: 70 }), fc.nat(), values, (before, at, value) => {
      const changed = at % before.length;
      fc.pre(before[changed] !== value);
      const toRecord = (list: unknown[]) => Object.fromEntries(list.map((one, index) => [`f${index}`, one]));
      const now = toRecord(before.with(changed, value));
      expect(hasher.differing(now, keep(toRecord(before)))).toEqual([`f${changed}`]);
    }),
  );
});

test("nobody sees without the key who has a value in common, in one field or in two", () => {
  const checks = Array.from({ length: 200 }, (_, index) => {
    const { hashes } = keep({ a: "Ottawa", b: "Ottawa", id: index });
    return [hashes.slice(16, 19), hashes.slice(19, 22)];
  });
  expect(new Set(checks.flat()).size).toBe(400);
});

test("another key gives other hashes", () => {
  const other = createHasher({ key: createHashKey(), exclude: [] });
  expect(other.record({ a: 1 })).not.toBe(record({ a: 1 }));
  expect(other.proof()).not.toBe(hasher.proof());
});
