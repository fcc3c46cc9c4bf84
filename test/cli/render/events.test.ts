import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { unsentEvent } from "../../../src/bulk/run/row-event.ts";
import type { PushOutcome } from "../../../src/bulk/send/push-record.ts";
import { renderEvent } from "../../../src/cli/render/events.ts";
import { COMPLETE_EVENTS } from "./complete-events.ts";
import { rejectedRow } from "./made-up-run.ts";

/** Members whose names only a run knows. */
const BY_NAME = ["skipped", "changedFields"];

/** What becomes of somebody who is to be sent. */
const SENT_FATES: readonly PushOutcome["fate"][] = ["pushed", "rejected", "uncertain", "notAttempted"];

/** Every path of a line, as docs/events.md writes them. */
function pathsOf(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((one) => pathsOf(one, `${path}[]`)))];
  if (typeof value !== "object" || value === null) return [path];
  if (BY_NAME.includes(path)) return [`${path}{}`];
  return Object.entries(value).flatMap(([name, member]) => pathsOf(member, path ? `${path}.${name}` : name));
}

/** The members that the page lists for one type of event. */
function documented(type: string): string[] {
  const page = readFileSync("docs/events.md", "utf8");
  const section = page.split(`\n## \`${type}\`\n`)[1]?.split("\n## ")[0] ?? "";
  return [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, path]) => path as string);
}

describe("a line of --json", () => {
  test.each(COMPLETE_EVENTS.map((event) => [event.type, event] as const))(
    "of type %s has the members that docs/events.md lists, and no other",
    (type, event) => {
      const line = renderEvent(event);
      expect(pathsOf(JSON.parse(line)).sort()).toEqual(documented(type).sort());
      expect(line).toMatch(/^\{"v":1,"type":"\w+",.*\}$/);
    },
  );

  test("of type row has one of the fates that docs/events.md names", () => {
    const person = { key: "1", record: {}, hash: "", known: undefined, warnings: [], reasons: [] };
    const row = { file: "a.csv", line: 2, header: [], cells: [] };
    const verdicts = ["rejected", "uncertain", "frozen"] as const;
    const unsent = verdicts.map((verdict) => unsentEvent(row, { verdict, ...person })?.fate);
    const named = /^\| `fate` \| \| (.*) \|$/m.exec(readFileSync("docs/events.md", "utf8"))?.[1] ?? "";
    const fates = [...named.matchAll(/`(\w+)`/g)].map(([, fate]) => fate);
    expect(fates.toSorted()).toEqual([...new Set([...unsent, ...SENT_FATES])].toSorted());
  });

  test("is one line, whatever a key holds", () => {
    const event = { ...rejectedRow(3, { message: "no" }), key: "a\nb\u001b[2J" };
    expect(renderEvent(event)).not.toMatch(/\p{Cc}/u);
    expect(JSON.parse(renderEvent(event))).toMatchObject({ key: "a\nb\u001b[2J" });
  });

  test("quotes no value", () => {
    const quoting = { field: "email", message: '`email` must be an e-mail address, and "jo@" came' };
    const event = { ...rejectedRow(3, quoting), warnings: ['`zip` must match ^x$, and "canary" came'] };
    expect(JSON.parse(renderEvent(event))).toMatchObject({
      reasons: [{ message: "`email` must be an e-mail address" }],
      warnings: ["`zip` must match ^x$"],
    });
  });

  test("leaves out what is not known", () => {
    expect(renderEvent({ ...rejectedRow(3), status: undefined, reference: undefined })).not.toMatch(
      /status|reference/,
    );
  });
});
