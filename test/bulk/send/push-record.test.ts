import { describe, expect, test } from "vitest";
import { createSender, type SenderOptions } from "../../../src/bulk/send/create-sender.ts";
import type { UserpushError } from "../../../src/client/errors.ts";
import { failed, failures, SUCCESS } from "./failures.ts";
import { createLeapingClock } from "./leaping-clock.ts";

const PERSON = { key: "u1", record: { unique_id: "u1" } };
const FAULT = { code: 9019, meaning: "The e-mail must be unique.", field: "email" };

type Script = readonly (UserpushError | "ok")[];

/** A sender whose API answers by a script, a millisecond after each request; the last answer is repeated. */
function createScripted(script: Script, options: Partial<SenderOptions> = {}) {
  const clock = createLeapingClock();
  const sent: { readonly at: number }[] = [];
  const answer = (index: number) => script[Math.min(index, script.length - 1)] ?? "ok";
  const target: SenderOptions["target"] = {
    facts: {} as SenderOptions["target"]["facts"],
    referenceOf: (data) => (data as { id: string }).id,
    async push() {
      const said = answer(sent.length);
      sent.push({ at: clock.now() });
      await new Promise<void>((resolve) => void clock.startTimer(resolve, 1));
      return said === "ok" ? SUCCESS : failed(said);
    },
  };
  const sender = createSender({ target, clock, random: () => 0.5, ...options });
  return { clock, sent, sender, push: () => clock.finish(sender.push(PERSON)) };
}

describe("a record", () => {
  const f = failures;
  const always = (error: UserpushError): Script => [error];

  test.each<[string, Script, string, number]>([
    ["is pushed by a success", ["ok"], "pushed", 1],
    [
      "is pushed by a success after a 503 and a lost connection",
      [f.unavailable(), f.reset(), "ok"],
      "pushed",
      3,
    ],
    ["is pushed by a success after forty 429s", [...Array(40).fill(f.limited()), "ok"], "pushed", 41],
    ["is rejected by a fault", [f.fault(FAULT)], "rejected", 1],
    ["is rejected by a refusal about the person", [f.refused(422)], "rejected", 1],
    ["is rejected by a refusal after a timeout", [f.timeout(), f.fault(FAULT)], "rejected", 2],
    ["is rejected where the client refuses to send it", [f.invalid()], "rejected", 0],
    ["is uncertain after six timeouts", always(f.timeout()), "uncertain", 6],
    ["is uncertain after six lost connections", always(f.reset()), "uncertain", 6],
    ["is uncertain after six 500s", always(f.broken()), "uncertain", 6],
    [
      "is uncertain where a timeout came before the refused connection",
      [f.timeout(), f.connectionRefused()],
      "uncertain",
      6,
    ],
    ["is uncertain where a timeout came before the refused token", [f.timeout(), f.token()], "uncertain", 2],
    ["is uncertain after a page", [f.page()], "uncertain", 1],
    ["is uncertain after a redirect", [f.redirect()], "uncertain", 1],
    ["is uncertain where it was abandoned in flight", [f.abandoned()], "uncertain", 1],
    ["that is created is uncertain after one timeout", always(f.createTimeout()), "uncertain", 1],
    ["that is created is uncertain after one 503", always(f.createUnavailable()), "uncertain", 1],
    ["was not attempted where nobody listens", always(f.connectionRefused()), "notAttempted", 6],
    ["was not attempted where the host is unknown", always(f.unknownHost()), "notAttempted", 6],
    ["was not attempted where the token is refused", [f.token()], "notAttempted", 1],
    ["was not attempted where the tenant is wrong", [f.tenant()], "notAttempted", 1],
    ["was not attempted where nothing is at the address", [f.refused(404)], "notAttempted", 1],
    ["was not attempted where it was abandoned before", [f.abandonedBefore()], "notAttempted", 0],
  ])("%s", async (_, script, fate, attempts) => {
    expect(await createScripted(script).push()).toMatchObject({ fate, attempts });
  });

  test("that is pushed says by which name, and with which status", async () => {
    const outcome = await createScripted(["ok"]).push();
    expect(outcome).toEqual({ fate: "pushed", reference: "7", status: 200, attempts: 1, reasons: [] });
  });

  test("that is rejected says which field and code, and that the API said so", async () => {
    const { status, reasons } = await createScripted([failures.fault(FAULT)]).push();
    expect(status).toBe(200);
    expect(reasons).toEqual([{ field: "email", code: 9019, answered: true, message: "because" }]);
  });

  test("that the client refuses says what is wrong, and that the API did not say so", async () => {
    const { reasons } = await createScripted([failures.invalid()]).push();
    expect(reasons).toEqual([{ field: "email", answered: false, message: "`email` is empty" }]);
  });

  test("is tried as often as was asked for", async () => {
    expect(await createScripted([failures.broken()], { maxRetries: 0 }).push()).toMatchObject({
      attempts: 1,
    });
  });

  test("waits longer after each attempt, and as long as Retry-After asks", async () => {
    const { push, sent } = createScripted([
      failures.broken(),
      failures.broken(),
      failures.unavailable(9_000),
      "ok",
    ]);
    await push();
    const gaps = sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? 0));
    expect(gaps).toEqual([251, 501, 9_001]);
  });
});

describe("what is to be done before sending", () => {
  test("is done once for a record, in its turn, before its first request", async () => {
    const seen: unknown[] = [];
    const beforeSending = async (key: string) => void seen.push([key, scripted.sent.length]);
    const scripted = createScripted([failures.broken(), failures.broken(), "ok"], { beforeSending });
    await scripted.push();
    expect(seen).toEqual([["u1", 0]]);
  });

  test("keeps the record from being sent where it fails, and passes its turn on", async () => {
    const failure = new Error("the disk is full");
    const beforeSending = (key: string) => (key === "u2" ? Promise.reject(failure) : Promise.resolve());
    const limited = failures.limited(1_000);
    const { clock, sender, sent } = createScripted([limited, limited, "ok"], { beforeSending });
    const first = sender.push(PERSON);
    await clock.finish(new Promise<void>((resolve) => void clock.startTimer(resolve, 2)));
    const second = sender.push({ ...PERSON, key: "u2" });
    await expect(clock.finish(second)).rejects.toBe(failure);
    expect(await clock.finish(first)).toMatchObject({ fate: "pushed" });
    expect(sent).toHaveLength(3);
  });
});

describe("once the run is to end", () => {
  test("a record is not begun", async () => {
    const { push, sent, sender } = createScripted(["ok"], { signal: AbortSignal.abort() });
    expect(await push()).toEqual({ fate: "notAttempted", attempts: 0, reasons: [] });
    expect(sent).toEqual([]);
    expect(sender.stop()?.reason).toBe("interrupted");
  });

  test.each<[string, UserpushError, string]>([
    ["what may have arrived is uncertain", failures.timeout(), "uncertain"],
    ["what cannot have arrived was not attempted", failures.limited(60_000), "notAttempted"],
  ])("who waits for another attempt goes at once: %s", async (_, error, fate) => {
    const controller = new AbortController();
    const { clock, sender, sent } = createScripted([error], { signal: controller.signal });
    const pushed = sender.push(PERSON);
    await clock.finish(new Promise<void>((resolve) => void clock.startTimer(resolve, 2)));
    controller.abort();
    expect(await pushed).toMatchObject({ fate, attempts: 1 });
    expect(sent).toHaveLength(1);
    expect(clock.timers()).toBe(0);
  });
});

test("a sender tells how sending goes", async () => {
  const { clock, sender } = createScripted([failures.limited(2_000), "ok"], { ratePerSecond: 50 });
  const pushed = sender.push(PERSON);
  expect(sender.progress()).toEqual({
    perSecond: 0,
    inFlight: 1,
    throttled: 0,
    rateLimit: 50,
    waitingMs: undefined,
  });
  await clock.finish(new Promise<void>((resolve) => void clock.startTimer(resolve, 1_001)));
  expect(sender.progress()).toMatchObject({ inFlight: 0, throttled: 1, waitingMs: 1_000, waitAsked: true });
  await clock.finish(pushed);
  expect(sender.progress()).toMatchObject({ perSecond: 1, inFlight: 0, throttled: 1, waitingMs: undefined });
});
