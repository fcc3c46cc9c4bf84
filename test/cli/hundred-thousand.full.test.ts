import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openCampus, sumOf } from "./campus.ts";

const PEOPLE = 100_000;

test("of a hundred thousand people who were pushed, the three who changed are pushed the next night, and nobody else", async () => {
  await using campus = await openCampus();
  await campus.writePeople(PEOPLE);
  const first = await campus.run(["push", "roster.csv", "--first-run"]);
  expect([first.code, sumOf(first.stdout)]).toMatchObject([0, { read: PEOPLE, pushed: PEOPLE }]);
  expect([campus.api.requests(), campus.api.written.size]).toEqual([PEOPLE, PEOPLE]);

  const second = await campus.run(["push", "roster.csv"]);
  expect([second.code, sumOf(second.stdout)]).toMatchObject([0, { pushed: 0, unchanged: PEOPLE }]);
  expect(campus.api.requests()).toBe(PEOPLE);

  const text = await readFile(join(campus.folder, "roster.csv"), "utf8");
  await campus.write("roster.csv", text.replaceAll(/^(p(?:7|70000|99999),OPSCOM),Ottawa/gm, "$1,Halifax"));
  const third = await campus.run(["push", "roster.csv"]);
  expect([third.code, sumOf(third.stdout)]).toMatchObject([0, { pushed: 3, unchanged: PEOPLE - 3 }]);
  const again = [...campus.api.written].filter(([, times]) => times > 1).map(([key]) => key);
  expect(again.sort()).toEqual(["p7", "p70000", "p99999"]);
});
