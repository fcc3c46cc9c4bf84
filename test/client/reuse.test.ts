import { expect, test, vi } from "vitest";
import { createActiveplatformClient } from "../../src/apis/activeplatform.ts";
import { createCcsClient } from "../../src/apis/ccs.ts";
import { createOpscomClient, type Profile } from "../../src/apis/opscom.ts";
import type { Transport } from "../../src/client/transport.ts";

/** Answers with a text, and remembers the bodies that it got. */
function remember(text: string, status = 200) {
  const bodies: string[] = [];
  const transport: Transport = async ({ body }) => {
    bodies.push(body);
    return {
      status,
      headers: () => new Headers(),
      read: async (sink) => sink(new TextEncoder().encode(text)),
    };
  };
  return { bodies, transport };
}

const ANSWER = '{"status":"success","reference_id":44}';
const AT = { baseUrl: "https://api.example" };

test("one object for many people: each call sends the person that it was called with", async () => {
  const { bodies, transport } = remember(ANSWER);
  const client = createOpscomClient({ tenant: "OC_TOMA", apiToken: "t", transport });
  const person = { unique_id: "", login_source: "OPSCOM" };
  const calls = ["1", "2", "3"].map((unique_id) => {
    person.unique_id = unique_id;
    return client.pushProfile(person);
  });
  await Promise.all(calls);
  expect(bodies.map((body) => (JSON.parse(body) as Profile).unique_id)).toEqual(["1", "2", "3"]);
});

test("a record that is changed after the call is sent as it was checked", async () => {
  const { bodies, transport } = remember("{}");
  const client = createActiveplatformClient({ ...AT, apiToken: "t", format: "form", transport });
  const user = { first_name: "Ann", last_name: "Onym", password: "pw", email: "ann@example.edu" };
  const call = client.safe.createUser(user);
  user.email = "NOT AN ADDRESS";
  await call;
  expect(new URLSearchParams(bodies[0]).get("email")).toBe("ann@example.edu");
});

test("a format that loads its reader first waits with the record as it was", async () => {
  const { bodies, transport } = remember("");
  const client = createCcsClient({ ...AT, format: "xml", transport });
  const user = { email: "ann@example.edu", firstName: "Ann", roleId: 1 };
  const call = client.safe.addUser(user);
  user.firstName = "Bob";
  await call;
  expect(bodies[0]).toContain("<FirstName>Ann</FirstName>");
});

test("an echo of what was sent is concealed, whatever the object holds by then", async () => {
  const { transport } = remember("no such thing as Annabel", 500);
  const client = createOpscomClient({ tenant: "OC_TOMA", apiToken: "t", transport, maxRetries: 0 });
  const person = { unique_id: "1", login_source: "OPSCOM", first_name: "Annabel" };
  const call = client.safe.pushProfile(person);
  person.first_name = "Bob";
  expect(await call).toMatchObject({ ok: false, error: { excerpt: "no such thing as ***" } });
});

test("the request is on its way when the call returns", () => {
  const transport = vi.fn(() => new Promise<never>(() => undefined));
  const client = createOpscomClient({ tenant: "OC_TOMA", apiToken: "t", transport });
  client.safe.pushProfile({ unique_id: "1", login_source: "OPSCOM" });
  expect(transport).toHaveBeenCalledOnce();
});
