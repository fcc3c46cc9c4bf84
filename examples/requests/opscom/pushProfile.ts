import { createOpscomClient } from "userpush/opscom";

const opscom = createOpscomClient({
  tenant: process.env["OPSCOM_TENANT"] ?? "",
  apiToken: process.env["OPSCOM_API_TOKEN"] ?? "",
  baseUrl: process.env["OPSCOM_BASE_URL"],
});

const { reference_id } = await opscom.pushProfile({
  unique_id: "00123456",
  login_source: "OPSCOM",
});
console.log(reference_id);
