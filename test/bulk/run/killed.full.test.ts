import { expect, test } from "vitest";
import { killRuns } from "./killed-runs.ts";

const PEOPLE = 10_000;
const KILLS = 100;

test("a hundred times killed, every person of an upsert is delivered, and who was on disk is not sent again", async () => {
  const { written, sentAgain, totals } = await killRuns({ api: "opscom", people: PEOPLE, kills: KILLS });
  expect(written.size).toBe(PEOPLE);
  expect(sentAgain).toEqual([]);
  expect(totals).toMatchObject({ read: PEOPLE, pushed: PEOPLE - totals.unchanged, uncertain: 0 });
});

test("a hundred times killed, a create creates nobody twice, and names everybody who may have been created", async () => {
  const { written, uncertain, totals } = await killRuns({
    api: "activeplatform",
    people: PEOPLE,
    kills: KILLS,
  });
  expect([...written].filter(([, times]) => times > 1)).toEqual([]);
  expect(totals.read).toBe(PEOPLE);
  expect(totals.pushed + totals.unchanged + totals.uncertain).toBe(PEOPLE);
  expect(uncertain.length).toBe(totals.uncertain);
});
