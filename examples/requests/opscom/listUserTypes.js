const { OPSCOM_BASE_URL, OPSCOM_TENANT, OPSCOM_API_TOKEN } = process.env;

const response = await fetch(`${OPSCOM_BASE_URL}/api/${OPSCOM_TENANT}/v1/profiles/types/list`, {
  method: "POST",
  redirect: "error",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ apiToken: OPSCOM_API_TOKEN }),
});
const answer = await response.text();

// A fault can come with any status, 200 included:
// what counts are the types.
if (!answer.includes('"user_types"')) throw new Error(`Refused: ${response.status} ${answer}`);
for (const { type_name } of JSON.parse(answer).user_types) console.log(type_name);
