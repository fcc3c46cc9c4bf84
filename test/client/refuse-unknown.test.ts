import { expect, test } from "vitest";
import { refuseUnknown } from "../../src/client/refuse-unknown.ts";

const KNOWN = ["timeoutMs", "maxRetries", "baseUrl"];

test.each(["baseURL", "timeout", "proxy"])("%s is refused, with the settings that there are", (name) => {
  const refuse = () => refuseUnknown({ timeoutMs: 1, [name]: 1 }, KNOWN);
  const message = `${name} is not a setting; there are timeoutMs, maxRetries, baseUrl`;
  expect(refuse).toThrow(expect.objectContaining({ code: "configuration", setting: name, message }));
});

test.each([[{}], [{ baseUrl: "x", maxRetries: 1 }], [{ timeoutMs: undefined }]])("%o is taken", (given) => {
  expect(() => refuseUnknown(given, KNOWN)).not.toThrow();
});
