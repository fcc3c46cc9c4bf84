import { describe, expect, test } from "vitest";
import type { Plan } from "../../../src/bulk/plan/plan.ts";
import { renderPlan } from "../../../src/cli/render/plan.ts";
import { DESTINATION, planOf } from "./made-up-run.ts";

const at = (line: number) => ({ file: "roster.csv", line });
const NO_EXAMPLES: Plan["examples"] = planOf().examples;
const NOBODY = planOf().counts;

const render = (facts: Partial<Plan>, maxListed = 20) => renderPlan(planOf(facts), { maxListed }).split("\n");

describe("the text of a plan", () => {
  test("says that nothing is to be done, in few lines", () => {
    expect(render({ counts: { ...NOBODY, unchanged: 12_301 } })).toEqual([
      `What a push of roster.csv would do at ${DESTINATION}. Nothing was sent.`,
      "",
      "       0  new",
      "       0  changed",
      "  12,301  unchanged",
      "  ------",
      "  12,301  read",
    ]);
  });

  test("counts everybody, names the first of each kind, and says what would stop the push", () => {
    const given: Partial<Plan> = {
      counts: { ...NOBODY, new: 120, changed: 2, unchanged: 12_301, skipped: 17, rejected: 2 },
      ...{ changedFields: { phone_cell: 1, email: 2 }, skipped: { deceased: 5, "an old id": 12 } },
      ...{ missing: 3, warnings: 1, ignoredColumns: ["NOTES", "ADVISOR"] },
      examples: {
        ...NO_EXAMPLES,
        pushes: [
          { ...at(2), action: "new", key: "N00123", fields: [] },
          { ...at(12), action: "changed", key: "N00124", fields: ["email", "phone_cell"] },
          { ...at(340), action: "changed", key: "N7", fields: ["email"] },
        ],
        rejects: [
          {
            ...at(40),
            key: "N00003",
            reasons: [{ field: "email", code: 9033, message: '`email` is odd, and "jo@" came' }],
          },
          { ...at(1041), reasons: [{ message: "a quote is opened and never closed" }] },
        ],
        missing: [{ key: "N00009", pushedAt: Date.UTC(2026, 9, 12) }],
        warnings: [{ ...at(7), message: "`state` and `province` differ" }],
      },
      brakes: [{ name: "max-new", count: 120, limit: 50, message: "120 new people, and 50 are allowed" }],
    };
    expect(render(given)).toEqual([
      `What a push of roster.csv would do at ${DESTINATION}. Nothing was sent.`,
      "",
      "     120  new",
      "       2  changed    email 2, phone_cell 1",
      "  12,301  unchanged",
      "      17  skipped    an old id 12, deceased 5",
      "       2  rejected",
      "  ------",
      "  12,442  read",
      "",
      "New (120)",
      "  line 2  N00123",
      "  and 119 more",
      "",
      "Changed (2)",
      "  line  12  N00124  email, phone_cell",
      "  line 340  N7      email",
      "",
      "Rejected (2)",
      "  line   40  N00003  `email` is odd (not sent; it would be fault 9033)",
      "  line 1041          a quote is opened and never closed",
      "",
      "Missing (3)",
      "  They were pushed from this source before, and are not in it now. Nobody is deleted there.",
      "  N00009  last pushed 2026-10-12",
      "  and 2 more",
      "",
      "Warnings (1)",
      "  line 7  `state` and `province` differ",
      "",
      "Note: not sent, because the API has no such field: NOTES, ADVISOR",
      "",
      "A push would be stopped by a brake before its first request:",
      "  120 new people, and 50 are allowed",
    ]);
  });

  test("tells at an API that only creates who is not sent, and why", () => {
    const lines = render({
      counts: { ...NOBODY, frozen: 1, uncertain: 1 },
      changedFields: { title: 1 },
      examples: {
        ...NO_EXAMPLES,
        frozen: [{ ...at(2), key: "a@example.org", fields: ["title"] }],
        uncertain: [{ ...at(3), key: "b@example.org" }],
      },
    });
    expect(lines.slice(2, 7)).toEqual([
      "  0  new",
      "  0  changed",
      "  1  changed, not sent    title 1",
      "  1  uncertain, not sent",
      "  -",
    ]);
    expect(lines.slice(9)).toEqual([
      "Changed, and not sent (1)",
      "  This API only creates people; correct them there by hand.",
      "  line 2  a@example.org  title",
      "",
      "Uncertain, and not sent (1)",
      "  They may have been created. Look them up there. Push those who did not arrive, in a file of their own, with --uncertain resend; then everybody with --uncertain delivered.",
      "  line 3  b@example.org",
    ]);
  });

  test("names who is sent again, all brakes, and no more columns than fit", () => {
    const brake = { name: "max-missing", count: 2, limit: 1, message: "2 missing people" } as const;
    const lines = render({
      counts: { ...NOBODY, again: 1 },
      ignoredColumns: Array.from({ length: 30 }, (_, index) => `c${index}`),
      examples: { ...NO_EXAMPLES, pushes: [{ ...at(2), action: "again", key: "N1", fields: [] }] },
      brakes: [brake, { ...brake, name: "max-changed", message: "2 changed people" }],
    });
    expect(lines).toEqual(expect.arrayContaining(["  1  sent again", "Sent again (1)", "  line 2  N1"]));
    expect(lines.find((line) => line.startsWith("Note: not sent"))).toMatch(/: c0, .*, c19, 10 more$/);
    expect(lines.slice(-3)).toEqual([
      "A push would be stopped by 2 brakes before its first request:",
      "  2 missing people",
      "  2 changed people",
    ]);
  });

  test("lists of each kind as many as fit", () => {
    const pushes = Array.from({ length: 5 }, (_, index) => ({
      ...{ ...at(index + 2), action: "new" as const, key: `N${index}`, fields: [] },
    }));
    const lines = render({ counts: { ...NOBODY, new: 5 }, examples: { ...NO_EXAMPLES, pushes } }, 2);
    expect(lines.slice(-4)).toEqual(["New (5)", "  line 2  N0", "  line 3  N1", "  and 3 more"]);
  });
});
