import { describe, expect, test } from "vitest";
import { createKeyIndex } from "../../src/bulk/key-index.ts";

describe("the index of keys", () => {
  test("lets a key pass once, and names the first line of it afterwards", () => {
    const { add } = createKeyIndex(["unique_id", "login_source"]);
    expect(add({ unique_id: "1", login_source: "A", first_name: "Ann" }, 2)).toEqual([]);
    expect(add({ unique_id: "1", login_source: "A", first_name: "Bo" }, 7)).toEqual([
      { message: "line 2 holds the same person: one unique_id and login_source" },
    ]);
    expect(add({ unique_id: "1", login_source: "A" }, 9)[0]?.message).toMatch(/^line 2 /);
  });

  test.each([
    ["of another login source", { unique_id: "1", login_source: "B" }],
    ["that only looks alike when joined", { unique_id: "1,A", login_source: "" }],
    ["in other letters", { unique_id: "1", login_source: "a" }],
  ])("lets a key pass %s", (_name, record) => {
    const { add } = createKeyIndex(["unique_id", "login_source"]);
    add({ unique_id: "1", login_source: "A" }, 2);
    expect(add(record, 3)).toEqual([]);
  });
});
