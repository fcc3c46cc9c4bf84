import { expect, test } from "vitest";
import { createRecorder } from "../../../src/bulk/run/recorder.ts";

test("a group is told to who keeps a log of it, then written to the state, and only then to everybody", () => {
  const told: string[] = [];
  const state = { settle: () => told.push("state") };
  const recorder = createRecorder<string>({
    ...{ state: state as never, source: "s", now: () => 0 },
    onSettling: (news) => told.push(`log: ${news}`),
    onSettled: (news) => told.push(`all: ${news}`),
    onAbandoned: () => undefined,
  });
  recorder.add({ person: { key: "N1" } as never, fate: "rejected" }, "N1 is refused");
  recorder.flush();
  expect(told).toEqual(["log: N1 is refused", "state", "all: N1 is refused"]);
});
