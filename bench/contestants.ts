import axios from "axios";
import ky from "ky";
import createOpenapiFetch from "openapi-fetch";
import { request } from "undici";
import { undiciTransport } from "userpush/node";
import { createOpscomClient } from "userpush/opscom";
import { loadHeyApi } from "./hey-api.ts";
import { PROFILE, TENANT, TOKEN } from "./profile.ts";

/** One way to push a profile: the body is written, sent, and the answer is read as JSON. */
export interface Contestant {
  readonly name: string;
  readonly push: () => Promise<unknown>;
}

const HEADERS = { accept: "application/json", "content-type": "application/json" };

export async function createContestants(baseUrl: string): Promise<Contestant[]> {
  const url = `${baseUrl}/api/${TENANT}/v1/profiles/push`;
  const body = { apiToken: TOKEN, ...PROFILE };
  const settings = { tenant: TENANT, apiToken: TOKEN, baseUrl };
  const overUndici = createOpscomClient({ ...settings, transport: undiciTransport() });
  const overFetch = createOpscomClient(settings);
  const openapiFetch = createOpenapiFetch<Record<string, never>>({ baseUrl });
  const heyApi = await loadHeyApi(baseUrl);
  return [
    { name: "undici request", push: () => pushByUndici(url, body) },
    { name: "userpush, undici", push: () => overUndici.pushProfile(PROFILE) },
    { name: "fetch", push: () => pushByFetch(url, body) },
    { name: "userpush, fetch", push: () => overFetch.pushProfile(PROFILE) },
    {
      name: "openapi-fetch",
      push: () => openapiFetch.POST(`/api/${TENANT}/v1/profiles/push` as never, { body } as never),
    },
    { name: "hey-api", push: () => heyApi(body) },
    { name: "ky", push: () => ky.post(url, { json: body }).json() },
    { name: "axios", push: () => axios.post(url, body) },
  ];
}

async function pushByUndici(url: string, body: object): Promise<unknown> {
  const answer = await request(url, { method: "POST", headers: HEADERS, body: JSON.stringify(body) });
  return answer.body.json();
}

async function pushByFetch(url: string, body: object): Promise<unknown> {
  const answer = await fetch(url, { method: "POST", headers: HEADERS, body: JSON.stringify(body) });
  return answer.json();
}
