// The measure of sending: undici's own request, with the bodies of the roster's people, made beforehand.
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { request } from "undici";
import { TENANT, TOKEN } from "../profile.ts";

const [, , baseUrl = "", roster = "", inFlight = "1"] = process.argv;
const url = `${baseUrl}/api/${TENANT}/v1/profiles/push`;
const headers = { accept: "application/json", "content-type": "application/json" };
const people = parse(readFileSync(roster), { columns: true }) as object[];
const bodies = people.map((person) => JSON.stringify({ apiToken: TOKEN, ...person }));

const startedAt = performance.now();
let next = 0;
async function worker(): Promise<void> {
  while (next < bodies.length) {
    const body = bodies[next] as string;
    next += 1;
    const answer = await request(url, { method: "POST", headers, body });
    await answer.body.json();
  }
}
await Promise.all(Array.from({ length: Number(inFlight) }, worker));
console.log(performance.now() - startedAt);
process.exit();
