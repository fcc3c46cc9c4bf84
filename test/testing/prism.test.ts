import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { request } from "undici";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Api } from "../vendor-facts/read-document.ts";
import { type Constraint, leastOf, replace, type Subject, sampleOf, subjectsOf } from "./constraints.ts";

const APIS: readonly Api[] = ["opscom", "activeplatform", "ccs"];
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FORM = "application/x-www-form-urlencoded";

const prisms: ChildProcess[] = [];
const urls = new Map<Api, string>();
beforeAll(async () => {
  await Promise.all(APIS.map(async (api) => urls.set(api, await startPrism(api))));
}, 120_000);
afterAll(async () => {
  await Promise.all(prisms.map((prism) => prism.kill("SIGKILL") && once(prism, "exit")));
});

const SUBJECTS = APIS.flatMap((api) => subjectsOf(api).map((subject) => [subject.id, api, subject] as const));

describe.each(SUBJECTS)("prism mock, for %s", (_, api, subject) => {
  test.each(named(subject.constraints))("keeps the %s in JSON", async (_, constraint) => {
    const send = (value: unknown) => post(api, subject, "application/json", constraint, value);
    await expectJudgement(constraint, constraint.broken, send);
  });

  const simple = subject.mediaTypes.includes(FORM) ? subject.constraints.filter(isSimple) : [];
  test.each(named(simple))("keeps the %s in a form", async (_, constraint) => {
    const send = (value: unknown) => post(api, subject, FORM, constraint, value);
    await expectJudgement(constraint, constraint.brokenText ?? constraint.broken, send);
  });
});

function named(constraints: readonly Constraint[]): [string, Constraint][] {
  return constraints.map((one) => [`${one.keyword} of ${one.path.join(".") || "the whole"}`, one]);
}

/** Prism sees neither the unknown keys of a form nor the items of its lists. */
function isSimple({ path, keyword }: Constraint): boolean {
  return path.length === 1 && keyword !== "additionalProperties";
}

type Judgement = { readonly status: number; readonly violations: string };

async function expectJudgement(
  { path, kept }: Constraint,
  broken: readonly unknown[],
  send: (value: unknown) => Promise<Judgement>,
): Promise<void> {
  const violations = expect.stringMatching(new RegExp(String(path.at(-1) ?? "body"), "i"));
  for (const value of kept) expect(await send(value)).toEqual({ status: 200, violations: "none" });
  for (const value of broken) expect(await send(value)).toEqual({ status: 400, violations });
}

/** Sends what is required, and the value in its place. */
async function post(
  api: Api,
  { path: template, schemas }: Subject,
  mediaType: string,
  { place, path }: Constraint,
  value: unknown,
): Promise<Judgement> {
  const least = { path: sampleOf(schemas.path), query: leastOf(schemas.query), body: leastOf(schemas.body) };
  const asked = { ...least, [place]: replace(leastOf(schemas[place], path), path, value) };
  const inPath = asked.path as Record<string, string>;
  const url = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(inPath[name] ?? ""));
  const answer = await request(`${urls.get(api)}${url}?${writeForm(asked.query)}`, {
    method: "POST",
    headers: { "content-type": mediaType },
    body: mediaType === FORM ? writeForm(asked.body) : JSON.stringify(asked.body),
  });
  await answer.body.dump();
  return { status: answer.statusCode, violations: String(answer.headers["sl-violations"] ?? "none") };
}

function writeForm(values: object): string {
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value !== undefined)).toString();
}

async function startPrism(api: Api): Promise<string> {
  const port = await freePort();
  const bin = `${ROOT}node_modules/.bin/prism`;
  const prism = spawn(process.execPath, [bin, "mock", "--port", `${port}`, `${ROOT}openapi/${api}.yaml`], {
    stdio: "ignore",
  });
  prisms.push(prism);
  for (;;) {
    if (prism.exitCode !== null) throw new Error(`prism mock for ${api} ended with ${prism.exitCode}`);
    const ready = await fetch(`http://127.0.0.1:${port}`).catch(() => undefined);
    if (ready) return `http://127.0.0.1:${port}`;
    await wait(100);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
