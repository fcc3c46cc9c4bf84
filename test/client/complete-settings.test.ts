import { expect, test } from "vitest";
import { completeSettings } from "../../src/client/complete-settings.ts";

const KNOWN = ["timeoutMs", "maxRetries", "baseUrl"];
const DEFAULTS = { maxRetries: 3 };

function complete(given: object): object {
  return completeSettings(given, KNOWN, DEFAULTS, () => []);
}

test.each(["baseURL", "timeout", "proxy"])("%s is refused, with the settings that there are", (name) => {
  const message = `${name} is not a setting; there are timeoutMs, maxRetries, baseUrl`;
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
  expect(complete(given)).toEqual(want);
});
