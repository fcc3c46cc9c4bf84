import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { importPrism } from "../../src/testing/import-prism.ts";

const requireOfPrism = createRequire(
  createRequire(import.meta.url).resolve("@stoplight/prism-http/package.json"),
);
const FAKER = requireOfPrism.resolve("@faker-js/faker");

test("Prism starts without the words of sixty languages, and has them when an answer is invented from them", () => {
  importPrism();
  expect(requireOfPrism.cache[FAKER]).toBeUndefined();

  const { JSONSchemaFaker } = requireOfPrism("json-schema-faker");
  expect(JSONSchemaFaker.generate({ type: "string", "x-faker": "lorem.word" })).toMatch(/^[a-z]+$/);
  const { default: faker } = requireOfPrism("@faker-js/faker");
  expect(Object.keys(faker.locales).length).toBeGreaterThan(50);
});
