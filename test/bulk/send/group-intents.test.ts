import { describe, expect, test } from "vitest";
import { groupIntents } from "../../../src/bulk/send/group-intents.ts";

function createBook(failure?: Error) {
  const groups: [string, readonly string[]][] = [];
  const intend = (source: string, keys: readonly string[]) => {
    if (failure) throw failure;
    groups.push([source, keys]);
  };
  return { groups, intend: groupIntents({ state: { intend }, source: "roster.csv" }) };
}

describe("intents", () => {
  test("of one turn of the event loop are written together, before any of them is said to be", async () => {
    const { groups, intend } = createBook();
    const seen: number[] = [];
    await Promise.all(["a", "b", "c"].map((key) => intend(key).then(() => seen.push(groups.length))));
    expect(groups).toEqual([["roster.csv", ["a", "b", "c"]]]);
    expect(seen).toEqual([1, 1, 1]);
  });

  test("of another turn are another group", async () => {
    const { groups, intend } = createBook();
    await intend("a");
    await intend("b");
    expect(groups.map(([, keys]) => keys)).toEqual([["a"], ["b"]]);
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
