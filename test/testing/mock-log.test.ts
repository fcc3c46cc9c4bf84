import { describe, expect, test } from "vitest";
import { ACTIVEPLATFORM, AP_FORM, type Asked, CCS_XML, OPSCOM, PROFILE, useMock } from "./ask-mock.ts";

const { ask, log } = useMock();

describe("the log", () => {
  const [secret, born] = ["canary42", "1987-06-05"];
  const person = { ...PROFILE, first_name: secret, driver_licence_num: secret, date_of_birth: born };
  test.each<[name: string, asked: Asked]>([
    ["an accepted body", { body: { ...person, apiToken: secret } }],
    ["texts that are too long", { body: { ...person, apiToken: secret.repeat(9), zip: secret.repeat(9) } }],
    ["texts of a wrong form", { body: { ...person, email: secret, date_of_birth: `${born}T` } }],
    ["values of a wrong type", { body: { ...person, city: [secret], street: { [secret]: 1 } } }],
    ["JSON that breaks off", { body: `{"apiToken":"canary42","first_name":"canary42` }],
    ["words for JSON", { body: "position 1987" }],
    ["XML for JSON", { body: `<Password>${secret}</Password>` }],
    ["XML that breaks off", { ...CCS_XML, body: `<UserPost><Password>${secret}</Password` }],
    ["XML of another root", { ...CCS_XML, body: `<canary42 canary42="canary42"/>` }],
    ["text", { as: "text/plain", body: secret }],
    ["JSON for a form", { ...AP_FORM, body: { password: secret } }],
    ["a form that breaks off", { ...AP_FORM, body: `password=${secret}%` }],
    ["a password twice", { ...AP_FORM, body: `password=${secret}&password=${secret}` }],
    ["a token in the query", { path: ACTIVEPLATFORM.replace("t0ken", secret), body: {} }],
    ["anything in a query", { path: `${OPSCOM}?password=${secret}&api%5Ftoken=${secret}` }],
    ["a query of an unknown path", { path: `/nowhere?apiToken=${secret}` }],
    ["a password before a host", { path: `http://ann:${secret}@any.example${OPSCOM}` }],
    ["tokens in headers", { headers: { authorization: `Bearer ${secret}`, cookie: secret } }],
  ])("keeps out %s", async (_, asked) => {
    const { status } = await ask(asked);
    expect(log).toEqual([expect.stringMatching(new RegExp(`^POST /\\S+ ${status}`))]);
    expect(log.join()).not.toMatch(/canary|1987/);
  });

  test("gives no more reasons than the answer", async () => {
    await ask({ body: Object.fromEntries(Array.from({ length: 99 }, (_, at) => [`x${at}`, 1])) });
    expect(log.join().split("\n").length).toBeLessThanOrEqual(21);
  });

  test("holds nothing that moves a terminal or forges a line", async () => {
    await ask({ body: { ...PROFILE, "\nPOST /request/user 200": 1, "\u001b[2J": 1, "\u009b2J": 1 } });
    expect(log.join().replaceAll("\n  ", "")).toMatch(/^\P{Cc}+$/u);
  });
});
