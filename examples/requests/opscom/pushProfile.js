const { OPSCOM_BASE_URL, OPSCOM_TENANT, OPSCOM_API_TOKEN } = process.env;

const response = await fetch(`${OPSCOM_BASE_URL}/api/${OPSCOM_TENANT}/v1/profiles/push`, {
  method: "POST",
  redirect: "error",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({
    apiToken: OPSCOM_API_TOKEN,
    unique_id: "00123456",
    login_source: "OPSCOM",
  }),
});
const answer = await response.text();

// A fault can come with any status, 200 included:
// what counts is the reference.
if (!answer.includes('"reference_id"')) throw new Error(`Refused: ${response.status} ${answer}`);
console.log(JSON.parse(answer).reference_id);
