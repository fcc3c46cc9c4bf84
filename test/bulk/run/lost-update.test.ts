import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { PersonRecord } from "../../../src/bulk/map/mapped.ts";
import { readState } from "../../../src/bulk/state/read-state.ts";
import type { RunningState } from "../../../src/bulk/state/state.ts";
import { openCampus, sumOf } from "../../cli/campus.ts";
import { failed, failures, SUCCESS } from "../send/failures.ts";
import { CREATE, openDesk } from "./run-in-process.ts";

const HEADER = "unique_id,login_source,city";
const roster = (...cities: string[]) => [HEADER, ...cities.map((city, index) => `p${index},OPSCOM,${city}`)];
const lost = async () => failed(failures.createTimeout());
const citiesOf = (sent: readonly PersonRecord[]) => sent.map(({ city }) => city);

/** Counts the groups of people who lost their hash. */
function countDoubts() {
  const groups: (readonly string[])[] = [];
  function wrap(state: RunningState): RunningState {
    return {
      ...state,
      doubt(keys) {
        groups.push(keys);
        state.doubt(keys);
      },
    };
  }
  return { groups, wrap };
}

describe("a known person of an upsert", () => {
  test("whose change got no answer is sent again when it is taken back, and is then as unchanged as before", async () => {
    const desk = openDesk();
    await desk.push({ lines: roster("Ottawa") });
    const { finished } = await desk.push({ lines: roster("Halifax"), push: lost });
    expect(finished.totals).toMatchObject({ uncertain: 1 });
    const back = await desk.push({ lines: roster("Ottawa") });
    expect(citiesOf(back.sent)).toEqual(["Ottawa"]);
    expect((await desk.push({ lines: roster("Ottawa") })).finished.totals).toMatchObject({ unchanged: 1 });
  });

  test("who was sent unchanged, and got no answer, is sent again by the next run", async () => {
    const desk = openDesk();
    await desk.push({ lines: roster("Ottawa") });
    await desk.push({ lines: roster("Ottawa"), push: lost, options: { full: true } });
    expect((await desk.push({ lines: roster("Ottawa") })).sent).toHaveLength(1);
  });

  test("has no hash on disk while a change is on its way, and is neither uncertain nor forgotten", async () => {
    const desk = openDesk();
    await desk.push({ lines: roster("Ottawa", "Ottawa") });
    const seen: unknown[] = [];
    const push = async ({ unique_id }: PersonRecord) => {
      const state = readState(desk.state);
      seen.push(state.find(`${unique_id}/OPSCOM`));
      state.close();
      return SUCCESS;
    };
    await desk.push({ lines: roster("Halifax", "Ottawa"), push });
    expect(seen).toEqual([expect.objectContaining({ hash: "", uncertain: false, source: "roster.csv" })]);
  });

  test("costs one write for a group, and none where it has no hash any more or is new", async () => {
    const desk = openDesk();
    const first = countDoubts();
    await desk.push({ lines: roster("Ottawa", "Ottawa"), wrap: first.wrap });
    const changed = countDoubts();
    await desk.push({ lines: roster("Halifax", "Halifax", "Halifax"), push: lost, wrap: changed.wrap });
    const again = countDoubts();
    await desk.push({ lines: roster("Halifax", "Halifax", "Halifax"), wrap: again.wrap });
    expect([first.groups, again.groups]).toEqual([[], []]);
    expect(changed.groups[0]).toEqual(["p0/OPSCOM", "p1/OPSCOM"]);
  });
});

test("an API that only creates has nothing to take back: who is uncertain stays so, and nobody loses a hash", async () => {
  const desk = openDesk(CREATE);
  const lines = ["email,firstName,lastName,roleId", "p0@example.edu,Ann,Person,1"];
  const doubts = countDoubts();
  for (const options of [{}, { uncertain: "resend" }] as const) {
    const { finished } = await desk.push({ lines, push: lost, wrap: doubts.wrap, options });
    expect(finished.totals).toMatchObject({ uncertain: 1 });
  }
  expect(doubts.groups).toEqual([]);
  expect((await desk.push({ lines })).finished.totals).toMatchObject({ uncertain: 1 });
});

test("a change that was on its way when the run was killed is sent again when it is taken back", async () => {
  await using campus = await openCampus((_key, before) => ({
    deed: "answer",
    delayMs: before === 1 ? 60_000 : 0,
  }));
  await campus.writePeople(1, "Ottawa");
  await campus.run(["push", "roster.csv", "--first-run"]);
  await campus.writePeople(1, "Halifax");
  const killed = campus.start(["push", "roster.csv"]);
  while (campus.api.requests() < 2) await wait(5);
  killed.kill("SIGKILL");
  await killed.ended;
  await campus.writePeople(1, "Ottawa");
  const { code, stdout } = await campus.run(["push", "roster.csv"]);
  expect([code, sumOf(stdout), campus.api.requests()]).toMatchObject([0, { pushed: 1, unchanged: 0 }, 3]);
});
