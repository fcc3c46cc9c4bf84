import { describe, expect, test } from "vitest";
import { documentLines } from "./document-lines.ts";
import { expectedLines } from "./expected-lines.ts";
import { type Mutation, mutationsOf } from "./mutations.ts";
import { type Api, readRaw, resolveDocument } from "./read-document.ts";

/** How many there were when this was written: fewer would mean that some are no longer tried. */
const AT_LEAST: Readonly<Record<Api, number>> = { opscom: 174, activeplatform: 102, ccs: 91 };

describe.each<Api>(["opscom", "activeplatform", "ccs"])("a constraint of the document of %s", (api) => {
  const mutations = mutationsOf(readRaw(api));
  const expected = expectedLines(api);

  test("is every one that stands there", () => {
    expect(mutations.length).toBeGreaterThanOrEqual(AT_LEAST[api]);
    expect(new Set(mutations.map(({ name }) => name)).size).toBe(mutations.length);
  });

  test("cannot be dropped or loosened without the vendor's facts speaking against it", () => {
    const unnoticed = ({ document }: Mutation) =>
      JSON.stringify(documentLines(resolveDocument(document))) === JSON.stringify(expected);
    expect(mutations.filter(unnoticed).map(({ name }) => name)).toEqual([]);
  });
});
