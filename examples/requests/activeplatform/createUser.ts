import { createActiveplatformClient } from "userpush/activeplatform";

const activeplatform = createActiveplatformClient({
  apiToken: process.env["ACTIVEPLATFORM_API_TOKEN"] ?? "",
  baseUrl: process.env["ACTIVEPLATFORM_BASE_URL"] ?? "",
});

const { id } = await activeplatform.createUser({
  first_name: "Ann",
  last_name: "Example",
  password: "correct-horse-battery",
  email: "ann.example@example.com",
});
console.log(id);
