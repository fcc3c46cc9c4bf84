import { describe, expect, test } from "vitest";
import { answersInOtherMediaTypes } from "./answer-media-types.ts";
import { documentLines } from "./document-lines.ts";
import { expectedLines } from "./expected-lines.ts";
import { mutationsOf } from "./mutations.ts";
import { type Api, readRaw, resolveDocument } from "./read-document.ts";

/** How many there were when this was written: fewer would mean that some are no longer tried. */
const AT_LEAST: Readonly<Record<Api, number>> = { opscom: 332, activeplatform: 133, ccs: 118 };

describe.each<Api>(["opscom", "activeplatform", "ccs"])("a constraint of the document of %s", (api) => {
  const mutations = mutationsOf(readRaw(api));

  test("is every one that stands there", () => {
    expect(mutations.length).toBeGreaterThanOrEqual(AT_LEAST[api]);
    expect(new Set(mutations.map(({ name }) => name)).size).toBe(mutations.length);
  });

  test("cannot be dropped or loosened without the vendor's facts speaking against it", () => {
    expect(mutations.filter(({ document }) => isAsExpected(api, document)).map(({ name }) => name)).toEqual(
      [],
    );
  });
});

/** What `vendor-facts.test.ts` asks of a document, in short. A `$ref` that names nothing cannot be read at all. */
function isAsExpected(api: Api, raw: unknown): boolean {
  try {
    const document = resolveDocument(raw);
    const isStated = JSON.stringify(documentLines(document)) === JSON.stringify(expectedLines(api));
    return isStated && answersInOtherMediaTypes(document).length === 0;
  } catch (error) {
    expect(String(error)).toMatch(/names nothing/);
    return false;
  }
}
