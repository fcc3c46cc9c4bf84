import { createCcsClient } from "userpush/ccs";

// CCS_HEADERS: the headers that your CCS asks for,
// one "Name: value" a line.
const lines = process.env["CCS_HEADERS"]?.matchAll(/^(.+?): *(.+)$/gm) ?? [];

const ccs = createCcsClient({
  baseUrl: process.env["CCS_BASE_URL"] ?? "",
  headers: Object.fromEntries(Array.from(lines, ([, name, value]) => [name, value])),
});

const { id } = await ccs.addUser({
  firstName: "Ann",
  email: "ann.example@example.com",
  roleId: 1,
});
console.log(id);
