import { describe, expect, test } from "vitest";
import { createKeyIndex } from "../../src/bulk/key-index.ts";
import { pushProfile } from "../../src/generated/opscom/operations.gen.ts";

const PERSON = { unique_id: "p1", login_source: "OPSCOM" };
const twin = (line: number) => [
  { message: `line ${line} holds the same person: one unique_id and login_source` },
];

describe("a key", () => {
  test.each<[string, { first?: object; second: object; want: object[] }]>([
    ["that came before is refused, with its line", { second: PERSON, want: twin(2) }],
    ["counts whatever else the record holds", { second: { ...PERSON, email: "a@b.org" }, want: twin(2) }],
    [
      "counts whatever the order of its members",
      { second: { login_source: "OPSCOM", unique_id: "p1" }, want: twin(2) },
    ],
    ["differs by its id", { second: { ...PERSON, unique_id: "p2" }, want: [] }],
    ["differs by its source", { second: { ...PERSON, login_source: "LDAP" }, want: [] }],
    ["differs by its case", { second: { ...PERSON, unique_id: "P1" }, want: [] }],
    ["differs by its leading zeros", { second: { ...PERSON, unique_id: "0p1" }, want: [] }],
    [
      "is not what its members make together",
      {
        first: { unique_id: "a,b", login_source: "c" },
        second: { unique_id: "a", login_source: "b,c" },
        want: [],
      },
    ],
  ])("%s", (_, { first = PERSON, second, want }) => {
    const keys = createKeyIndex(pushProfile.identity);
    expect(keys.add({ ...first }, 2)).toEqual([]);
    expect(keys.add({ ...second }, 3)).toEqual(want);
  });

  test("names the first line each time it comes again", () => {
    const keys = createKeyIndex(pushProfile.identity);
    const found = [5, 3, 9].map((line) => keys.add(PERSON, line));
    expect(found).toEqual([[], twin(5), twin(5)]);
  });

  test("is that of the API, and of one run", () => {
    const keys = createKeyIndex(["email"]);
    expect(keys.add({ email: "a@b.org", ...PERSON }, 2)).toEqual([]);
    expect(keys.add({ email: "c@d.org", ...PERSON }, 3)).toEqual([]);
    expect(createKeyIndex(["email"]).add({ email: "a@b.org" }, 2)).toEqual([]);
  });

  test("is not shown: it can be a student number", () => {
    const keys = createKeyIndex(pushProfile.identity);
    keys.add({ ...PERSON, unique_id: "canary42" }, 2);
    expect(JSON.stringify(keys.add({ ...PERSON, unique_id: "canary42" }, 3))).not.toContain("canary42");
  });
});
