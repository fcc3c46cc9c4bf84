import { expect, test } from "vitest";
import { openCampus } from "./campus.ts";

test.each(["--audit", "--rejects", "--report"])(
  "where %s cannot be written, no run has begun, and the next one needs leave to be the first",
  async (option) => {
    await using campus = await openCampus();
    await campus.writePeople(3);
    const lost = await campus.run(["push", "roster.csv", "--first-run", option, "no/such/file"]);
    expect([lost.code, lost.stderr]).toEqual([2, expect.stringContaining("there is no folder no/such")]);
    const next = await campus.run(["push", "roster.csv"]);
    expect([next.code, campus.api.requests()]).toEqual([3, 0]);
  },
);
