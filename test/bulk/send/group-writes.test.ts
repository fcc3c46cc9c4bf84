import { describe, expect, test } from "vitest";
import { groupWrites } from "../../../src/bulk/send/group-writes.ts";

function createBook(failure?: Error) {
  const groups: (readonly string[])[] = [];
  const intend = groupWrites((keys) => {
    if (failure) throw failure;
    groups.push(keys);
  });
  return { groups, intend };
}

describe("intents", () => {
  test("of one turn of the event loop are written together, before any of them is said to be", async () => {
    const { groups, intend } = createBook();
    const seen: number[] = [];
    await Promise.all(["a", "b", "c"].map((key) => intend(key).then(() => seen.push(groups.length))));
    expect(groups).toEqual([["a", "b", "c"]]);
    expect(seen).toEqual([1, 1, 1]);
  });

  test("of another turn are another group", async () => {
    const { groups, intend } = createBook();
    await intend("a");
    await intend("b");
    expect(groups).toEqual([["a"], ["b"]]);
  });

  test("that cannot be written reject for each of their group, and the next group is tried anew", async () => {
    const failure = new Error("the disk is full");
    const { intend } = createBook(failure);
    const outcomes = await Promise.allSettled([intend("a"), intend("b")]);
    expect(outcomes).toEqual([
      { status: "rejected", reason: failure },
      { status: "rejected", reason: failure },
    ]);
    await expect(intend("c")).rejects.toBe(failure);
  });
});
