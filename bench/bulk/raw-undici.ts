// The measure of sending: undici's own request, the bodies made beforehand.
import { request } from "undici";
import { PROFILE, TENANT, TOKEN } from "../profile.ts";

const [, , baseUrl = "", count = "0", inFlight = "1"] = process.argv;
const url = `${baseUrl}/api/${TENANT}/v1/profiles/push`;
const headers = { accept: "application/json", "content-type": "application/json" };
const bodies = Array.from({ length: Number(count) }, (_, index) =>
  JSON.stringify({ apiToken: TOKEN, ...PROFILE, unique_id: String(index) }),
);

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
