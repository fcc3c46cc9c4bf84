import { describe, expect, test } from "vitest";
import type { RunEvent, Stop } from "../../../src/bulk/run-event.ts";
import { createRunSummary, type RunSummaryOptions } from "../../../src/cli/render/run-summary.ts";
import { finishedEvent, REMEDIES, rejectedRow, rowEvent, totalsOf } from "./made-up-run.ts";

function render(events: readonly RunEvent[], options: Partial<RunSummaryOptions> = {}, left = {}): string[] {
  const summary = createRunSummary({ maxListed: 20, remedies: REMEDIES, effect: "upsert", ...options });
  for (const event of events) summary.add(event);
  return summary.render(left).split("\n");
}

const TAKEN = { code: 9019, answered: true, message: "pushProfile failed: fault 9019, It must be unique." };
const LOST = rowEvent({ line: 5, fate: "uncertain", reasons: [{ message: "no answer within 30 s" }] });

describe("the summary of a run", () => {
  test("is its sum where nothing is left to do", () => {
    const totals = totalsOf({ pushed: 142, unchanged: 12_301, skipped: 0 });
    expect(render([rowEvent(), finishedEvent({ totals, durationMs: 252_000 })])).toEqual([
      "12,443 read = 142 pushed + 12,301 unchanged + 0 skipped + 0 rejected + 0 uncertain + 0 not attempted, in 4 min 12 s",
    ]);
  });

  test("tells of every row that needs somebody, what to do, where its files are, and how to go on", () => {
    const events = [
      rowEvent({ line: 4, key: "N4", warnings: ["`a` and `b` differ", "`last_name` is missing"] }),
      ...Array.from({ length: 10 }, (_, index) =>
        rowEvent({ line: 50 + index, key: `N${50 + index}`, warnings: ["`last_name` is missing"] }),
      ),
      LOST,
      rejectedRow(12, TAKEN),
      rejectedRow(
        3,
        { field: "zip", code: 9033, message: '`zip` is bad, and "x" came' },
        { message: "`city` is bad" },
      ),
      finishedEvent({
        totals: totalsOf({ pushed: 2, skipped: 17, rejected: 2, uncertain: 1, notAttempted: 18 }),
        ...{ skipped: { deceased: 5, "an old id": 12 }, missing: 3, durationMs: 800 },
        stop: { reason: "interrupted", message: "the run was interrupted" },
      }),
    ];
    const left = {
      rejects: "roster.rejects.csv",
      audit: "/var/lib/userpush/audit.jsonl",
      report: "run.html",
    };
    expect(render(events, {}, left)).toEqual([
      "Sent, with a warning",
      "  11  `last_name` is missing",
      "      line  4  N4",
      ...Array.from({ length: 9 }, (_, index) => `      line ${50 + index}  N${50 + index}`),
      "      and 1 more",
      "   1  `a` and `b` differ",
      "      line 4  N4",
      "",
      "Uncertain (1)",
      "  They were sent, and no usable answer came, or it could not be written down. The next run sends them again, which is safe.",
      "  line 5  N1  no answer within 30 s",
      "",
      "Rejected (2)",
      "  line  3  N3   `zip` is bad (not sent; it would be fault 9033); `city` is bad",
      "  line 12  N12  pushProfile failed: fault 9019, It must be unique.",
      "",
      "What to do",
      "  fault 9019  Find the other person with this e-mail, and correct one of the two.",
      "",
      "Skipped",
      "  12  an old id",
      "   5  deceased",
      "",
      "Missing: 3 people who were pushed before are not in the file any more. Nobody is deleted there; a plan names them.",
      "",
      "Written",
      "  rejects  roster.rejects.csv             correct it, and push that file",
      "  report   run.html",
      "  audit    /var/lib/userpush/audit.jsonl",
      "",
      "Stopped: the run was interrupted",
      "Run it again to go on. Who was pushed is not sent again.",
      "",
      "40 read = 2 pushed + 0 unchanged + 17 skipped + 2 rejected + 1 uncertain + 18 not attempted, in 0.8 s",
    ]);
  });

  test("says at an API that only creates that somebody must look", () => {
    expect(render([LOST, finishedEvent()], { effect: "create" })[1]).toBe(
      "  They may have been created. Look them up there. Push those who did not arrive, in a file of their own, with --uncertain resend; then everybody with --uncertain delivered.",
    );
  });

  test("names files where there are several, and leaves out a key where there is none", () => {
    const second = { ...rejectedRow(300, { message: "bad" }), file: "b.csv", key: undefined };
    const third = { ...second, file: "-", line: 1 };
    expect(render([rejectedRow(2, { message: "bad" }), second, third, finishedEvent()]).slice(0, 4)).toEqual([
      "Rejected (3)",
      "  stdin:1           bad",
      "  b.csv:300         bad",
      "  roster.csv:2  N2  bad",
    ]);
  });

  test.each([
    [20, 20, 20, []],
    [21, 20, 20, ["  and 1 more"]],
    [3000, Number.POSITIVE_INFINITY, 1000, ["  and 2,000 more"]],
  ])("of %i rejects where %d fit lists %i", (count, maxListed, listed, more) => {
    const many = Array.from({ length: count }, (_, index) => rejectedRow(index + 2, { message: "bad" }));
    const lines = render([...many, finishedEvent()], { maxListed });
    expect(lines.filter((line) => line.endsWith("  bad"))).toHaveLength(listed);
    expect(lines.filter((line) => line.includes(" more"))).toEqual(more);
  });

  test("has the remedy of a fault whose rows are not listed", () => {
    const many = [
      rejectedRow(2, { message: "bad" }),
      rejectedRow(3, { code: 9030, answered: true, message: "too long" }),
    ];
    expect(render([...many, finishedEvent()], { maxListed: 1 })).toContain(`  fault 9030  ${REMEDIES[9030]}`);
  });

  test("says of a field that the check before sending named nothing that suits an answer alone", () => {
    const message = "`province` has 4 characters, the limit is 2";
    const found = rejectedRow(2, { field: "province", code: 9030, answered: false, message });
    expect(render([found, finishedEvent()]).slice(0, 3)).toEqual([
      "Rejected (1)",
      `  line 2  N2  ${message} (not sent; it would be fault 9030)`,
      "",
    ]);
    expect(render([found, finishedEvent()])).not.toContain("What to do");
  });

  test("names no more rows of a kind of warning than a screen lists, and files where there are several", () => {
    const warnings = ["`last_name` is missing"];
    const rows = ["b.csv", "a.csv", "c.csv"].map((file) => rowEvent({ file, key: file[0], warnings }));
    expect(render([...rows, finishedEvent()], { maxListed: 2 }).slice(0, 5)).toEqual([
      "Sent, with a warning",
      "  3  `last_name` is missing",
      "     a.csv:2  a",
      "     b.csv:2  b",
      "     and 1 more",
    ]);
  });

  test.each<[Stop["reason"], RegExp]>([
    ["braked", /^Nothing was sent\.$/],
    ["refused", /token/],
    ["unreachable", /network/],
    ["failing", /^The API does answer: .* vendor/],
    ["fileChanged", /file/],
    ["brokenOff", /^Mend that, then run it again/],
  ])("of a run that was %s says how to go on", (reason, advice) => {
    const lines = render([finishedEvent({ stop: { reason, message: "what happened" } })]);
    expect(lines[0]).toBe("Stopped: what happened");
    expect(lines[1]).toMatch(advice);
  });

  test("obeys nothing that a key or a message holds", () => {
    const odd = { ...rejectedRow(2, { message: "a\r\n\u001b[2Jb" }), key: "N1\u202e\u0007" };
    expect(render([odd, finishedEvent()])[1]).toBe("  line 2  N1\ufffd\ufffd  a\ufffd\ufffd\ufffd[2Jb");
  });

  test("cuts a key of many characters", () => {
    const odd = { ...rejectedRow(2, { message: "bad" }), key: "x".repeat(10_000) };
    expect(render([odd, finishedEvent()])[1]).toBe(`  line 2  ${"x".repeat(100)}…  bad`);
  });
});
