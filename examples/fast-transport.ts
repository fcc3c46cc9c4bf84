import { undiciTransport } from "userpush/node";
import { createOpscomClient, type Profile } from "userpush/opscom";

const people: Profile[] = [
  { unique_id: "00123456", login_source: "OPSCOM", first_name: "Ann" },
  { unique_id: "00123457", login_source: "OPSCOM", first_name: "Bao" },
];

const transport = undiciTransport({ connections: 4 });
const opscom = createOpscomClient({
  tenant: process.env["OPSCOM_TENANT"] ?? "",
  apiToken: process.env["OPSCOM_API_TOKEN"] ?? "",
  baseUrl: process.env["OPSCOM_BASE_URL"],
  transport,
});
try {
  const results = await Promise.all(people.map((person) => opscom.safe.pushProfile(person)));
  console.log(`${results.filter(({ ok }) => ok).length} of ${people.length} pushed`);
} finally {
  await transport.close();
}
