const { CCS_BASE_URL, CCS_HEADERS = "" } = process.env;

// CCS_HEADERS: the headers that your CCS asks for,
// one "Name: value" a line.
const headers = new Headers({ "Content-Type": "application/json" });
for (const [, name, value] of CCS_HEADERS.matchAll(/^(.+?): *(.+)$/gm)) headers.set(name, value);

const response = await fetch(`${CCS_BASE_URL}/request/user`, {
  method: "POST",
  redirect: "error",
  headers,
  body: JSON.stringify({
    firstName: "Ann",
    email: "ann.example@example.com",
    roleId: 1,
  }),
});

if (!response.ok) throw new Error(`Refused: ${response.status} ${await response.text()}`);
const { id } = await response.json();
console.log(id);
