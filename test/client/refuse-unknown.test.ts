import { expect, test } from "vitest";
import { refuseUnknown } from "../../src/client/refuse-unknown.ts";

const KNOWN = ["timeoutMs", "maxRetries", "baseUrl"];

test.each([
  ["baseURL", "baseURL is not a setting; did you mean baseUrl?"],
  ["baseUrls", "baseUrls is not a setting; did you mean baseUrl?"],
  ["theBaseUrl", "theBaseUrl is not a setting; did you mean baseUrl?"],
  ["timeOutInMs", "timeOutInMs is not a setting; did you mean timeoutMs?"],
  ["maxTries", "maxTries is not a setting; did you mean maxRetries?"],
  ["url", "url is not a setting; did you mean baseUrl?"],
  ["ms", "ms is not a setting"],
  ["proxy", "proxy is not a setting"],
])("%s is refused, with the setting that was probably meant", (name, message) => {
  const refuse = () => refuseUnknown({ timeoutMs: 1, [name]: 1 }, KNOWN);
  expect(refuse).toThrow(expect.objectContaining({ code: "configuration", setting: name, message }));
});

test.each([[{}], [{ baseUrl: "x", maxRetries: 1 }], [{ timeoutMs: undefined }]])("%o is taken", (given) => {
  expect(() => refuseUnknown(given, KNOWN)).not.toThrow();
});
