import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PersonRecord } from "../../../src/bulk/map/mapped.ts";
import { createHasher, createMac } from "../../../src/bulk/state/hashing/hasher.ts";
import { createHashKey } from "../../../src/bulk/state/hashing/key-file.ts";

const key = createHashKey();
const hasher = createHasher({ key, exclude: ["password"] });
const { record, field } = hasher;
const bytes = (hash: string) => Buffer.from(hash, "latin1");

test("the hash is HMAC-SHA-256 under the text of the key, as Node makes it", () => {
  const mac = createMac(key);
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      expect(bytes(mac(text))).toEqual(createHmac("sha256", key).update(text).digest());
    }),
  );
});

test("a record has 16 bytes of it, and a field 8", () => {
  const whole = createHmac("sha256", key).update('["record","a","x","b",[1,true]]').digest();
  expect(bytes(record({ b: [1, true], a: "x" }))).toEqual(whole.subarray(0, 16));
  const part = createHmac("sha256", key).update('["field","a","x"]').digest();
  expect(bytes(field("a", "x"))).toEqual(part.subarray(0, 8));
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

test("a field has its name in its hash, and its type", () => {
  expect(new Set([field("a", "1"), field("b", "1"), field("a", 1), field("a", ["1"])]).size).toBe(4);
});

test("what is kept of a record is its hash, and then the hash of each field by name", () => {
  const value = { b: 2, a: "x", password: "secret" };
  const { fields, hashes } = hasher.all(value, record(value));
  expect(fields).toEqual(["a", "b"]);
  expect(hashes).toBe(record(value) + field("a", "x") + field("b", 2));
});

test("another key gives other hashes", () => {
  const other = createHasher({ key: createHashKey(), exclude: [] });
  expect(other.record({ a: 1 })).not.toBe(record({ a: 1 }));
  expect(other.proof()).not.toBe(hasher.proof());
});
