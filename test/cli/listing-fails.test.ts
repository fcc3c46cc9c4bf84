import { describe, expect, test } from "vitest";
import type { Deed } from "../support/recording-server.ts";
import { openCampus } from "./campus.ts";

const USER_TYPES = JSON.stringify({
  status: "success",
  user_types: [{ id: "7", type_name: "Staff", ext_info: "Staff" }],
});

/** The listing is the one request that names nobody. */
async function openWithLookup(listing: (before: number) => Deed) {
  const campus = await openCampus((key, before) => ({
    deed: key === "undefined" ? listing(before) : "answer",
    delayMs: 0,
  }));
  await campus.write("map.yaml", "fields: { user_type_id: { column: type, lookup: name } }");
  await campus.write("roster.csv", "unique_id,login_source,type\np1,OPSCOM,Staff\n");
  return campus;
}

const PUSH = ["push", "roster.csv", "--map", "map.yaml", "--first-run"];

describe("where the user types cannot be listed, userpush push ends", () => {
  test.each<[string, Deed, number]>([
    ["the token is refused", { status: 401 }, 4],
    ["a fault says so", { status: 200, body: '{"ErrorCode":9002,"ErrorMessage":"no"}' }, 4],
    ["another program answers", { status: 200, body: "<html>" }, 4],
    ["the API only fails", { status: 503 }, 5],
    ["the connection is lost", "loseBefore", 5],
  ])("as if everybody fared so: %s", async (_, deed, want) => {
    await using campus = await openWithLookup(() => deed);
    const { code, stderr } = await campus.run(PUSH);
    expect([code, stderr]).toEqual([want, expect.stringMatching(/^userpush: listUserTypes failed.*\n$/)]);
  });

  test("with everybody pushed where it is listed after all", async () => {
    await using campus = await openWithLookup((before) =>
      before === 0 ? { status: 503 } : { status: 200, body: USER_TYPES },
    );
    const { code } = await campus.run(PUSH);
    expect([code, [...campus.api.written.keys()]]).toEqual([0, ["p1"]]);
  });
});
