import { expect, test } from "vitest";
import { didNothing, type Evidence } from "../../src/client/did-nothing.ts";

const UNSENT = Object.assign(new Error("no"), { code: "ENOTFOUND" });
const LOST = Object.assign(new Error("no"), { code: "ECONNRESET" });
const FAULT = { code: 9000, meaning: "The client code is missing." };

test.each<[string, Evidence, boolean]>([
  ["a request that was not sent", { code: "network", status: undefined, cause: UNSENT }, true],
  ["a connection that was lost", { code: "network", status: undefined, cause: LOST }, false],
  [
    "an answer that broke off, whatever its cause says",
    { code: "network", status: 200, cause: UNSENT },
    false,
  ],
  ["a setting that is impossible", { code: "configuration", status: undefined, cause: undefined }, true],
  [
    "a fault that names a setting",
    { code: "configuration", status: 200, cause: undefined, fault: FAULT },
    true,
  ],
  [
    "a transport that gives up in the middle of an answer",
    { code: "configuration", status: 200, cause: undefined },
    false,
  ],
  ["a record that was not sent", { code: "validation", status: undefined, cause: undefined }, true],
  ["a wrong token", { code: "authentication", status: 401, cause: undefined }, true],
  ["a rejection", { code: "rejected", status: 400, cause: undefined }, true],
  ["too many requests", { code: "rate_limit", status: 429, cause: undefined }, true],
  ["a server that failed", { code: "server", status: 503, cause: undefined }, false],
  ["the end of an attempt", { code: "timeout", status: undefined, cause: undefined }, false],
  ["the end of all attempts", { code: "deadline", status: undefined, cause: undefined }, false],
  ["the end by the caller", { code: "aborted", status: undefined, cause: undefined }, false],
  ["a redirect", { code: "redirect", status: 302, cause: undefined }, false],
  ["an answer that cannot be read", { code: "parse", status: 200, cause: undefined }, false],
])("of %s it is certain that the API did nothing, or not", (_, evidence, want) => {
  expect(didNothing(evidence)).toBe(want);
});
