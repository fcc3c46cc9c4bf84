// Run by mock.ts: says when the mock without a socket has answered for the first time, and how often it answers then.
import { createContractFetch } from "userpush/testing";
import { measureRate, postTo } from "./mock-rate.ts";

const { fetch, url } = await createContractFetch({ apis: ["opscom"] });
const post = postTo(fetch, url);
await post();
const startMs = performance.now();
console.log(JSON.stringify({ startMs, perSecond: await measureRate(post) }));
