import { describe, expect, test } from "vitest";
import { mapperOf } from "../map/rows.ts";
import { failed, failures, SUCCESS } from "../send/failures.ts";
import { openDesk, UPSERT } from "./run-in-process.ts";

const MAPPING = "skip: { has left: { column: Left, is: y } }";
const HEADER = "unique_id,login_source,province,Left";
/** More than one read of the file, so that a run can stop before it comes to the end. */
const BLOCK = 2_000;

/** So many people to send, and of each ten one who is left out, and one who is rejected. */
function block(prefix: string): string[] {
  return Array.from({ length: BLOCK }, (_, index) => {
    if (index % 10 === 3) return `${prefix}${index},OPSCOM,ON,y`;
    return `${prefix}${index},OPSCOM,${index % 10 === 7 ? "Ontario" : "ON"},`;
  });
}

async function pushUntil(most: number, lines = [HEADER, ...block("a"), ...block("b")]) {
  let taken = 0;
  const push = async () => {
    taken += 1;
    return taken > most ? failed(failures.token()) : SUCCESS;
  };
  const mapper = mapperOf({ fields: UPSERT.fields, mapping: MAPPING });
  const limits = { maxNew: { share: 1 }, maxChanged: { share: 1 }, maxRejected: { share: 1 } };
  const options = { mapper, limits: { ...limits, maxMissing: { share: 1 } } };
  const { finished, events, rejects } = await openDesk().push({ lines, push, options });
  const listed = events.filter((event) => event.type === "row" && event.fate === "rejected").length;
  return { ...finished, listed, rejects: rejects.length };
}

describe("a run that is stopped", () => {
  test("counts, lists and gives back the same rejected rows, and the rest as not attempted", async () => {
    const { totals, listed, rejects, skipped, stop } = await pushUntil(50);
    const { read, ...fates } = totals;
    expect(stop?.reason).toBe("refused");
    expect(read).toBe(2 * BLOCK);
    expect(Object.values(fates).reduce((sum, count) => sum + count, 0)).toBe(read);
    expect([listed, rejects, skipped["has left"]]).toEqual([
      totals.rejected,
      totals.rejected,
      totals.skipped,
    ]);
    expect(totals.rejected).toBeGreaterThan(0);
    expect(totals.rejected).toBeLessThan((2 * BLOCK) / 10);
    expect(totals.pushed).toBe(50);
  });

  test("and one that is not come to the same sum", async () => {
    const { totals, listed, rejects, skipped, stop } = await pushUntil(Number.POSITIVE_INFINITY);
    const tenth = (2 * BLOCK) / 10;
    expect(stop).toBeUndefined();
    expect(totals).toMatchObject({ read: 2 * BLOCK, pushed: 8 * tenth, rejected: tenth, skipped: tenth });
    expect([listed, rejects, skipped]).toEqual([tenth, tenth, { "has left": tenth }]);
  });
});
