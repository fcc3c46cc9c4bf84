const { ACTIVEPLATFORM_BASE_URL, ACTIVEPLATFORM_API_TOKEN = "" } = process.env;

const query = new URLSearchParams({ api_token: ACTIVEPLATFORM_API_TOKEN });
const response = await fetch(`${ACTIVEPLATFORM_BASE_URL}/api/vendor/v1/users.json?${query}`, {
  method: "POST",
  redirect: "error",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({
    first_name: "Ann",
    last_name: "Example",
    password: "correct-horse-battery",
    email: "ann.example@example.com",
  }),
});

if (!response.ok) throw new Error(`Refused: ${response.status} ${await response.text()}`);
const { id } = await response.json();
console.log(id);
