// Compiled by `npm run types`, never run: what must compile does, and what must not is expected to fail.
import { isUserpushError, type Result, type UserpushError } from "userpush";
import { createActiveplatformClient } from "userpush/activeplatform";
import { createCcsClient } from "userpush/ccs";
import { createOpscomClient, type Profile, profileValidator } from "userpush/opscom";

export async function misspeltMembers(): Promise<void> {
  const opscom = createOpscomClient({ tenant: "OC_TOMA", apiToken: "token" });
  await opscom.pushProfile({ unique_id: "1", login_source: "OPSCOM", first_name: "Ann" });
  // @ts-expect-error: a misspelt optional field
  await opscom.pushProfile({ unique_id: "1", login_source: "OPSCOM", frist_name: "Ann" });
  // @ts-expect-error: a misspelt optional field, in the style that does not throw
  await opscom.safe.pushProfile({ unique_id: "1", login_source: "OPSCOM", emial: "ann@example.edu" });
  // @ts-expect-error: a required field is missing
  await opscom.pushProfile({ unique_id: "1" });
  // @ts-expect-error: a field of the wrong type
  await opscom.pushProfile({ unique_id: 1, login_source: "OPSCOM" });
  // @ts-expect-error: the token is a setting of the client
  await opscom.pushProfile({ unique_id: "1", login_source: "OPSCOM", apiToken: "token" });
  // @ts-expect-error: a misspelt option of the call
  await opscom.pushProfile({ unique_id: "1", login_source: "OPSCOM" }, { timeout: 5 });
}

export function missingSettings(): void {
  // @ts-expect-error: the tenant is missing
  createOpscomClient({ apiToken: "token" });
  // @ts-expect-error: the token is missing
  createOpscomClient({ tenant: "OC_TOMA" });
  // @ts-expect-error: the installation is missing
  createActiveplatformClient({ apiToken: "token" });
  // @ts-expect-error: the address is missing
  createCcsClient({});
  // @ts-expect-error: a misspelt setting
  createCcsClient({ baseUrl: "https://ccs.example", maxRetry: 1 });
}

export async function encodings(): Promise<void> {
  // @ts-expect-error: ActivePlatform takes no XML
  createActiveplatformClient({ apiToken: "token", baseUrl: "https://example.com", format: "xml" });
  const ccs = createCcsClient({ baseUrl: "https://ccs.example", format: "xml" });
  await ccs.addUser({ email: "", firstName: "Ann", roleId: 1 });
  // @ts-expect-error: an id is a number, in XML too
  await ccs.addUser({ email: "", firstName: "Ann", roleId: "1" });
  // @ts-expect-error: XML names are not the names of a record
  await ccs.addUser({ Email: "", FirstName: "Ann", RoleId: 1 });
}

export function narrowing(result: Result<{ reference_id: number }>): number | undefined {
  if (result.ok) return result.data.reference_id;
  // @ts-expect-error: a failure has no data
  result.data;
  return result.status;
}

/** Compiles only while every code has its case. */
export function exhaustive(error: UserpushError): string {
  switch (error.code) {
    case "configuration":
    case "authentication":
    case "rejected":
    case "rate_limit":
    case "server":
      return error.fault?.meaning ?? error.message;
    case "validation":
      return error.issues.map(({ field, rule }) => `${field} ${rule}`).join();
    case "network":
    case "timeout":
    case "deadline":
    case "aborted":
    case "redirect":
    case "parse":
      return `${error.attempts} ${error.uncertain}`;
    default:
      return error satisfies never;
  }
}

export function guarding(thrown: unknown): number | undefined {
  return isUserpushError(thrown) ? thrown.retryAfterMs : undefined;
}

export function validating(value: unknown): Profile | undefined {
  const outcome = profileValidator["~standard"].validate(value);
  return "value" in outcome ? outcome.value : undefined;
}
