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
  [{ timeoutMs: undefined, baseUrl: "" }, { maxRetries: 3 }],
])("%o is completed to %o", (given, want) => {
  expect(complete(given, { maxRetries: 3 })).toEqual(want);
});
