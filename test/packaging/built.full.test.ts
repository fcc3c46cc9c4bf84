import { resolve } from "node:path";
import { afterEach, expect, test, vi } from "vitest";

// What is built, and not its source: a bundler may leave out a call that is there for its throwing alone.
const { undiciTransport } = await import(resolve("dist/node/undici-transport.js"));
const { createContractFetch } = await import(resolve("dist/testing/index.js"));

afterEach(() => vi.unstubAllEnvs());

test("a proxy whose password is not escaped is refused", () => {
  vi.stubEnv("HTTPS_PROXY", "http://svc:100%sure@proxy.example:3128");
  expect(() => undiciTransport()).toThrow(
    "HTTPS_PROXY has a % in user or password that must be written as %25",
  );
});

test("a form with a % that starts no escape is refused by the mock", async () => {
  const { fetch } = await createContractFetch({ apis: ["ccs"] });
  const response = await fetch("https://ccs.example/request/user", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: "email=a%40b.ca&firstName=Ann%zz&roleId=1",
  });
  expect(response.status).toBe(400);
});
