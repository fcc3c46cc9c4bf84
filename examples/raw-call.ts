import { createOpscomClient } from "userpush/opscom";

const tenant = process.env["OPSCOM_TENANT"] ?? "";
const apiToken = process.env["OPSCOM_API_TOKEN"] ?? "";
const opscom = createOpscomClient({ tenant, apiToken, baseUrl: process.env["OPSCOM_BASE_URL"] });

const { data, error, response } = await opscom.raw.POST("/api/{tenant}/v1/profiles/push", {
  params: { path: { tenant } },
  // Nothing is added for you: the token is a member of the body here.
  body: { apiToken, unique_id: "00123456", login_source: "OPSCOM" },
});
console.log(response.status, response.headers.get("content-type"), data ?? error);
