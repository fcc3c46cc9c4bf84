import { describe, expect, test } from "vitest";
import { openDesk } from "../run/run-in-process.ts";
import { failed, failures, SUCCESS } from "../send/failures.ts";

const HEADER = "unique_id,login_source,city";
const people = (count: number, prefix: string, city = "Ottawa") =>
  Array.from({ length: count }, (_, index) => `${prefix}${index},OPSCOM,${city}`);
const KNOWN = people(10, "known");

/** A state that knows ten people, and whose last run was allowed 40 new ones and was stopped after some of them. */
async function stoppedRun(lines: readonly string[]) {
  const desk = openDesk();
  await desk.push({ lines: [HEADER, ...KNOWN] });
  let taken = 0;
  const push = async () => {
    taken += 1;
    return taken > 5 ? failed(failures.token()) : SUCCESS;
  };
  const limits = { maxNew: { people: 40 }, maxChanged: { people: 40 }, maxRejected: { people: 40 } };
  const options = { limits: { ...limits, maxMissing: { people: 40 } }, concurrency: 1 };
  const { finished } = await desk.push({ lines: [HEADER, ...lines], push, options });
  expect(finished).toMatchObject({ stop: { reason: "refused" }, totals: { pushed: 5 } });
  return desk;
}

async function goOn(desk: ReturnType<typeof openDesk>, lines: readonly string[], header = HEADER) {
  const { events, finished, sent } = await desk.push({ lines: [header, ...lines] });
  const notes = events.flatMap((event) => (event.type === "planned" ? event.notes : []));
  return { notes, sent: sent.length, message: finished.stop?.message };
}

describe("what an unfinished run was allowed", () => {
  test("is good for its continuation, which says so", async () => {
    const lines = [...KNOWN, ...people(40, "new")];
    const desk = await stoppedRun(lines);
    const { notes, sent, message } = await goOn(desk, lines);
    expect([sent, message]).toEqual([35, undefined]);
    expect(notes).toEqual([
      expect.stringMatching(
        /^this run continues the unfinished one of 20\S+Z, of the same people, and may do as much as that one: 40 new and 0 changed people$/,
      ),
    ]);
  });

  test("is good for the same people in an export that was written anew", async () => {
    const lines = [...KNOWN, ...people(40, "new")];
    const desk = await stoppedRun(lines);
    const wider = lines.map((line) => `${line},9`);
    expect((await goOn(desk, wider, `${HEADER},Shoe Size`)).sent).toBe(35);
  });

  test.each([
    ["as many others", [...KNOWN, ...people(40, "other")], "max-new"],
    ["some of them and as many others", [...KNOWN, ...people(20, "new"), ...people(20, "other")], "max-new"],
    ["the same people with other values", [...KNOWN, ...people(40, "new", "Halifax")], "max-new"],
  ])("is not good for %s", async (_name, lines, brake) => {
    const desk = await stoppedRun([...KNOWN, ...people(40, "new")]);
    const { notes, sent, message } = await goOn(desk, lines);
    expect([sent, notes]).toEqual([0, []]);
    expect(message).toContain(brake);
  });

  test("is not told of where no brake would have held", async () => {
    const lines = [...KNOWN, ...people(8, "new")];
    const { notes, sent } = await goOn(await stoppedRun(lines), lines);
    expect([sent, notes]).toEqual([3, []]);
  });
});
