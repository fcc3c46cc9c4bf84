import { PROFILE } from "./profile.ts";

const EXCHANGES = 2_000;
const IN_FLIGHT = 16;

/** Sends one push; tells whether it was accepted. */
export function postTo(fetch: typeof globalThis.fetch, url: string): () => Promise<boolean> {
  const body = JSON.stringify({ ...PROFILE, apiToken: "t0ken" });
  const headers = { "content-type": "application/json" };
  return async function post() {
    const answer = await fetch(`${url}/api/OC_TOMA/v1/profiles/push`, { method: "POST", headers, body });
    await answer.text();
    return answer.status === 200;
  };
}

/** Exchanges a second, once the first ones have warmed the engine up. */
export async function measureRate(post: () => Promise<boolean>): Promise<number> {
  await exchange(post, EXCHANGES / 4);
  const startedAt = performance.now();
  await exchange(post, EXCHANGES);
  return (EXCHANGES * 1_000) / (performance.now() - startedAt);
}

async function exchange(post: () => Promise<boolean>, count: number): Promise<void> {
  let left = count;
  async function work(): Promise<void> {
    while (left > 0) {
      left -= 1;
      if (!(await post())) throw new Error("a valid push was refused");
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
}
