// What every runtime runs, against the mock: one call of each API in each format, one refusal, one lost connection.
// `ok === false` narrows where strict is off, too; `!ok` only where it is on.
import { isUserpushError } from "userpush";
import { createActiveplatformClient } from "userpush/activeplatform";
import { createCcsClient } from "userpush/ccs";
import { createOpscomClient } from "userpush/opscom";

export async function smoke(baseUrl: string): Promise<string> {
  const opscom = createOpscomClient({ tenant: "OC_TOMA", apiToken: "token", baseUrl });
  const pushed = await opscom.pushProfile({ unique_id: "1", login_source: "OPSCOM", first_name: "Ann" });
  const types = await opscom.listUserTypes();
  const user = { first_name: "Ann", last_name: "Example", password: "pass-word", email: "ann@example.com" };
  const created = await Promise.all(
    (["json", "form"] as const).map((format) =>
      createActiveplatformClient({ apiToken: "token", baseUrl, format }).createUser(user),
    ),
  );
  const added = await Promise.all(
    (["json", "xml", "form"] as const).map((format) =>
      createCcsClient({ baseUrl, format }).addUser({ email: "", firstName: "Ann", roleId: 1 }),
    ),
  );
  const raw = await opscom.raw.POST("/api/{tenant}/v1/profiles/push", {
    params: { path: { tenant: "OC_TOMA" } },
    body: { apiToken: "token", unique_id: "", login_source: "OPSCOM" },
  });
  const unchecked = createOpscomClient({ tenant: "OC_TOMA", apiToken: "token", baseUrl, validate: false });
  const refused = await unchecked.safe.pushProfile({ unique_id: "", login_source: "OPSCOM" });
  const nowhere = createOpscomClient({
    tenant: "OC_TOMA",
    apiToken: "token",
    baseUrl: "http://127.0.0.1:9",
    maxRetries: 0,
  });
  const lost = await nowhere.safe.listUserTypes();
  return [
    pushed.reference_id,
    types.user_types.length,
    ...created.map(({ id }) => id),
    ...added.map(({ id }) => id),
    raw.response.status,
    refused.ok === false ? refused.error.code : "accepted",
    lost.ok === false ? lost.error.code : "answered",
    isUserpushError(lost.ok === false && lost.error),
  ].join(" ");
}
