import { expect, test } from "vitest";
import { createCompletion } from "../../src/client/complete-settings.ts";

const complete = createCompletion({
  timeoutMs: { type: "integer" },
  maxRetries: { type: "integer" },
  baseUrl: { type: "string" },
});

test.each(["baseURL", "timeout", "proxy"])("%s is refused, with the settings that there are", (name) => {
  const message = `\`${name}\` is not known here; there are timeoutMs, maxRetries, baseUrl`;
  expect(() => complete({ timeoutMs: 1, [name]: 1 })).toThrow(
    expect.objectContaining({ code: "configuration", setting: name, message }),
  );
});

test.each([
  [{}, { maxRetries: 3 }],
  [
    { baseUrl: "x", maxRetries: 0 },
    { baseUrl: "x", maxRetries: 0 },
  ],
  [{ timeoutMs: undefined }, { maxRetries: 3 }],
  [Object.create({ timeoutMs: 7, maxRetries: 0 }), { timeoutMs: 7, maxRetries: 0 }],
  [
    new (class {
      get baseUrl() {
        return "https://a.example";
      }
    })(),
    { baseUrl: "https://a.example", maxRetries: 3 },
  ],
])("%o is completed to %o", (given, want) => {
  expect(complete(given, { maxRetries: 3 })).toEqual(want);
});

test("an empty text is a missing setting where one is required, and no default takes its place", () => {
  const completeAddress = createCompletion({ baseUrl: { type: "string" } }, ["baseUrl"]);
  const usual = { baseUrl: "https://usual.example" };
  expect(completeAddress({}, usual)).toEqual(usual);
  expect(() => completeAddress({ baseUrl: "" }, usual)).toThrow("`baseUrl` is required and is missing");
});

test("of a setting that is known, no others are listed", () => {
  const message = "`timeoutMs` must be an integer, and text of 1 character came";
  expect(() => complete({ timeoutMs: "5" })).toThrow(expect.objectContaining({ message }));
});
