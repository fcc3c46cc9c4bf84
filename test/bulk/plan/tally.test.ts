import { expect, test } from "vitest";
import { createTally } from "../../../src/bulk/plan/tally.ts";
import { createHasher } from "../../../src/bulk/state/hashing/hasher.ts";

test.each(["constructor", "__proto__", "toString", "deceased"])(
  "rows that are skipped are counted, whatever the reason is called: %s",
  (reason) => {
    const tally = createTally(createHasher({ key: "k", exclude: [] }), 5);
    const row = { file: "roster.csv", line: 2, header: [], cells: [] };
    for (let rows = 0; rows < 2; rows += 1) tally.add(row, { verdict: "skipped", reason });
    const { counts, skipped } = tally.result();
    expect(Object.entries(skipped)).toEqual([[reason, 2]]);
    expect(counts).toMatchObject({ read: 2, skipped: 2 });
  },
);
