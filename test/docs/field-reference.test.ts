import { describe, expect, test } from "vitest";
import { readReference } from "../../scripts/docs/reference/api-reference.ts";
import { writeFieldPage } from "../../scripts/docs/reference/field-page.ts";
import { nested, operationsOf, partsOf } from "../vendor-facts/document-parts.ts";
import { type Api, readDocument, type Schema } from "../vendor-facts/read-document.ts";

interface Stated {
  /** As the page names it: `custom_attributes[].key`. */
  readonly name: string;
  readonly schema: Schema;
}

/** Every field that a document has, read by other code than the page's. */
function fieldsOf(api: Api): Stated[] {
  return operationsOf(readDocument(api)).flatMap(({ operation }) =>
    partsOf(operation).flatMap(({ place, schema }) =>
      nested(place, schema)
        .slice(1)
        .filter(([at]) => !at.endsWith("[]"))
        .map(([at, inner]) => ({ name: at.slice(place.length + 1).replaceAll("/", "."), schema: inner })),
    ),
  );
}

describe.each<Api>(["opscom", "activeplatform", "ccs"])("the field reference of %s", async (api) => {
  const page = writeFieldPage(await readReference(api));
  const cards = page.split(/^#{2,4} /m);
  const cardOf = (name: string) => cards.filter((card) => card.startsWith(`\`${name}\` {`));

  test.each(fieldsOf(api))("has $name, with its limits and its example", ({ name, schema }) => {
    const alias = schema["x-alias-of"];
    const texts = cardOf(typeof alias === "string" ? alias : name).join("\n");
    expect(texts).not.toBe("");
    if (typeof alias === "string")
      expect(texts).toMatch(new RegExp(`Also called</dt><dd><code>[^<]*\\b${name}\\b`));
    for (const limit of ["maxLength", "minimum", "maximum"])
      if (limit in schema && schema["format"] !== "date") expect(texts).toContain(String(schema[limit]));
    if (schema["pattern"] === "^[0-9]+$") expect(texts).toContain("digits");
    const [example] = (schema["examples"] as unknown[] | undefined) ?? [];
    if (alias === undefined && example !== undefined && example !== "")
      expect(texts).toContain(String(example));
  });

  test("has no two places of one name", () => {
    const anchors = [...page.matchAll(/\{#([^}]+)\}/g)].map(([, anchor]) => anchor);
    expect(new Set(anchors).size).toBe(anchors.length);
  });
});

test("the reference says what the presets fill a field from", async () => {
  const page = writeFieldPage(await readReference("opscom"));
  const card = page.split(/^#{2,4} /m).find((one) => one.startsWith("`first_name`"));
  expect(card).toContain(
    "<dt>Banner</dt><dd><code>SPBPERS_PREF_FIRST_NAME, or else SPRIDEN_FIRST_NAME</code>",
  );
  expect(card).toContain("<dt>OneRoster</dt><dd><code>preferredFirstName, or else givenName</code>");
});

test("the reference says what a text in the address must look like", async () => {
  const page = writeFieldPage(await readReference("opscom"));
  const card = page.split(/^#{2,4} /m).find((one) => one.startsWith("`tenant`"));
  expect(card).toContain("text, matching ^[A-Za-z0-9_\\-]+$</p>");
});
