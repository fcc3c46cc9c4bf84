import { createOpscomClient } from "userpush/opscom";

const opscom = createOpscomClient({
  tenant: process.env["OPSCOM_TENANT"] ?? "",
  apiToken: process.env["OPSCOM_API_TOKEN"] ?? "",
  baseUrl: process.env["OPSCOM_BASE_URL"],
});

const { user_types } = await opscom.listUserTypes();
for (const { type_name } of user_types) console.log(type_name);
