import { describe, expect, test } from "vitest";
import { activeplatformTarget } from "../../../src/bulk/target/activeplatform.ts";
import type { Target } from "../../../src/bulk/target/target.ts";
import { mapperOf } from "../map/rows.ts";
import { failed, failures } from "../send/failures.ts";
import { CREATE, openDesk, UPSERT } from "./run-in-process.ts";

const ACTIVE = activeplatformTarget({ apiToken: "t", baseUrl: "https://ap.example" });

const lost = async () => failed(failures.createTimeout());

type Desk = ReturnType<typeof openDesk>;

/** One night: what was planned, whom it named and whom it sent. */
async function night(desk: Desk, lines: readonly string[], rest: Partial<Parameters<Desk["push"]>[0]> = {}) {
  const { events, sent, finished } = await desk.push({ lines, ...rest });
  const planned = events.find((event) => event.type === "planned");
  const keys = events.flatMap((event) => (event.type === "row" ? [event.key] : []));
  return {
    sent: sent.length,
    missing: planned?.missing,
    counts: planned?.counts,
    totals: finished.totals,
    keys,
  };
}

const TARGETS: readonly (readonly [string, Target, (email: string) => string[]])[] = [
  ["ccs", CREATE, (email) => ["email,firstName,lastName,roleId", `${email},Ann,Person,1`]],
  [
    "activeplatform",
    ACTIVE,
    (email) => ["email,first_name,last_name,password", `${email},Ann,Person,pass-word`],
  ],
];

describe.each(TARGETS)("at %s, an e-mail that comes in another letter case", (_name, target, roster) => {
  test("is of somebody who is known, not missing and not sent, and says what differs", async () => {
    const desk = openDesk(target);
    expect(await night(desk, roster("Ann@X.edu"))).toMatchObject({ sent: 1, keys: ["ann@x.edu"] });
    for (const email of ["ann@x.edu", "ANN@x.edu"])
      expect(await night(desk, roster(email))).toMatchObject({
        ...{ sent: 0, missing: 0, keys: ["ann@x.edu"] },
        counts: { new: 0, frozen: 1 },
      });
    expect(await night(desk, roster("Ann@X.edu"))).toMatchObject({ sent: 0, counts: { unchanged: 1 } });
  });

  test("is of nobody who is missing where the row is rejected", async () => {
    const desk = openDesk(target);
    await night(desk, roster("Ann@X.edu"));
    const [header = "", row = ""] = roster("ann@x.edu");
    const broken = [header, row.replace(",Ann,", ",,")];
    expect(await night(desk, broken)).toMatchObject({ sent: 0, missing: 0, counts: { rejected: 1 } });
  });

  test("is of somebody who stays uncertain, until it is said what became of them", async () => {
    for (const [uncertain, sent] of [
      ["resend", 1],
      ["delivered", 0],
    ] as const) {
      const desk = openDesk(target);
      await night(desk, roster("Ann@X.edu"), { push: lost });
      expect(await night(desk, roster("ann@x.edu"))).toMatchObject({ sent: 0, totals: { uncertain: 1 } });
      expect(await night(desk, roster("ann@x.edu"), { options: { uncertain } })).toMatchObject({ sent });
      expect(await night(desk, roster("ann@x.edu"))).toMatchObject({
        ...{ sent: 0, missing: 0 },
        counts: { unchanged: 1 },
      });
    }
  });
});

test("at an API where it is not the key alone, letter case makes another person as before", async () => {
  const desk = openDesk(UPSERT);
  const options = { mapper: mapperOf({ fields: UPSERT.fields }), limits: noLimits() };
  const roster = (id: string) => ["unique_id,login_source", `${id},OPSCOM`];
  await night(desk, roster("Ann@X.edu"), { options });
  expect(await night(desk, roster("ann@x.edu"), { options })).toMatchObject({ sent: 1, missing: 1 });
});

function noLimits() {
  const limit = { people: 10 };
  return { maxNew: limit, maxChanged: limit, maxRejected: limit, maxMissing: limit };
}
