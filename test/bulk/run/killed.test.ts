import { expect, test } from "vitest";
import { killRuns } from "./killed-runs.ts";

const PEOPLE = 1_000;
const KILLS = 10;

test("ten times killed, every person of an upsert is delivered, and who was on disk is not sent again", async () => {
  const { written, sentAgain, totals } = await killRuns({ api: "opscom", people: PEOPLE, kills: KILLS });
  expect(written.size).toBe(PEOPLE);
  expect(sentAgain).toEqual([]);
  expect(totals).toMatchObject({ read: PEOPLE, pushed: PEOPLE - totals.unchanged, uncertain: 0 });
}, 120_000);

test("ten times killed, a create creates nobody twice, and names everybody who may have been created", async () => {
  const { written, uncertain, totals } = await killRuns({
    api: "activeplatform",
    people: PEOPLE,
    kills: KILLS,
  });
  expect([...written].filter(([, times]) => times > 1)).toEqual([]);
  expect(totals.read).toBe(PEOPLE);
  expect(totals.pushed + totals.unchanged + totals.uncertain).toBe(PEOPLE);
  expect(uncertain.length).toBe(totals.uncertain);
  // Whoever was written is known, or named as uncertain: nobody is lost between the two.
  expect(written.size).toBeGreaterThanOrEqual(totals.pushed + totals.unchanged);
  expect(totals.uncertain).toBeGreaterThan(0);
}, 120_000);
