import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { RunEvent } from "../../../src/bulk/run-event.ts";
import type { LeftBehind } from "../../../src/cli/render/left-behind.ts";
import { createReport } from "../../../src/cli/render/report/create-report.ts";
import { madeUpNight } from "./made-up-night.ts";
import {
  DESTINATION,
  finishedEvent,
  plannedEvent,
  progressEvent,
  REMEDIES,
  rejectedRow,
  rowEvent,
  totalsOf,
} from "./made-up-run.ts";

describe("the report", () => {
  let folder = "";
  let file = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "userpush-report-"));
    file = join(folder, "run.html");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(events: Iterable<RunEvent>, left: LeftBehind = {}, destination = DESTINATION): string {
    const options = {
      destination,
      remedies: REMEDIES,
      effect: "upsert",
      timeZone: "America/Toronto",
    } as const;
    const report = createReport({ file, ...options });
    for (const event of events) report.add(event);
    report.write(left);
    return readFileSync(file, "utf8");
  }
  /** What a reader sees, tags and style taken away. */
  function textOf(page: string): string {
    const body = page.replace(/<style>.*<\/style>/s, "").replace(/<title>.*<\/title>/s, "");
    return body
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ")
      .trim();
  }

  test("tells where to, when, how long and how it ended", () => {
    const text = textOf(write(madeUpNight()));
    expect(text).toContain("Push to opscom https://controller.operationscommander.io OC_TOMA");
    expect(text).toContain("Finished; 23 rows need somebody 21 rejected, 2 uncertain.");
    expect(text).toMatch(/Source roster\.csv Started 24 November 2026 at 02:00 GMT-5 Took 53 s/);
  });

  test("shows the counts as a sum", () => {
    expect(textOf(write(madeUpNight()))).toContain(
      "pushed 2,141 planned: 120 new, 2,034 changed unchanged 10,301 skipped 17 rejected 21 uncertain 2 not attempted 0 read 12,482",
    );
  });

  test("tells why rows were rejected, and what to do", () => {
    const text = textOf(write(madeUpNight(), { rejects: "rejects.csv", audit: "audit.jsonl" }));
    expect(text).toContain(
      `11 pushProfile failed: fault 9019, The user e-mail must be unique. ${REMEDIES[9019]}`,
    );
    expect(text).toContain("4 email must be an e-mail address");
    expect(text).not.toContain(REMEDIES[9033]);
    expect(text).toContain(
      "They are in rejects.csv, with all that they held: correct it, and push that file.",
    );
    expect(text).toContain("audit audit.jsonl One line for each push.");
  });

  test("lists the rows by line, without the values that their reasons quote", () => {
    const text = textOf(write(madeUpNight()));
    expect(text).toContain("line 40 N40 email email must be an e-mail address line 351 N351 street2");
    expect(text).toContain("line 5120 N005120 pushProfile got no answer within 30 s");
    expect(text).not.toContain("jo@");
  });

  test("counts warnings, and names the first rows of each kind", () => {
    const warned = Array.from({ length: 12 }, (_, index) =>
      rowEvent({ line: 2 + index, key: `N${2 + index}`, warnings: ["`last_name` is missing"] }),
    );
    const text = textOf(write([...warned, finishedEvent()]));
    expect(text).toContain("Sent, with a warning 12 last_name is missing line 2 N2 , line 3 N3 ,");
    expect(text).toContain(", line 11 N11 , and 2 more");
    expect(text).not.toContain("N12");
  });

  test("counts who was skipped and who is missing", () => {
    const text = textOf(write(madeUpNight()));
    expect(text).toContain("12 an old id 4 deceased 1 the same person as in an earlier row");
    expect(text).toContain("3 people pushed before from this source are not in it any more.");
  });

  test("draws the run over time, and when it was told to slow down", () => {
    const page = write(madeUpNight());
    expect(textOf(page)).toContain(
      "43 answers per second on average, 60 at most. 18 answers asked to slow down.",
    );
    expect(textOf(page)).toContain("0 10 s 20 s 30 s 40 s 50 s");
    expect(page).toMatch(/<path class="curve" d="M0 [\d.]+L[^"]+"/);
    expect(page.match(/<rect /g)?.length).toBeGreaterThan(10);
  });

  test.each([
    [800, undefined],
    [2000, "300 answers per second on average, 300 at most."],
  ])("says of a run of %i ms how fast it was only where that is a rate", (durationMs, want) => {
    const times = Array.from({ length: durationMs / 200 }, (_, index) => 200 * (index + 1));
    const events = times.map((elapsedMs) =>
      progressEvent({ elapsedMs, perSecond: Math.min(1000, elapsedMs) * 0.3 }),
    );
    const text = textOf(write([...events, finishedEvent({ durationMs })]));
    expect(/[\d,]+ answers per second on average, [\d,]+ at most\./.exec(text)?.[0]).toBe(want);
  });

  test("has no chart where there was nothing to send", () => {
    const page = write([plannedEvent(), finishedEvent({ totals: totalsOf({ unchanged: 100 }) })]);
    expect(page).not.toContain("<svg");
    expect(textOf(page)).toContain("Finished; nothing is left to do");
  });

  test.each<[string, RunEvent[], string]>([
    [
      "was interrupted",
      [finishedEvent({ stop: { reason: "interrupted", message: "the run was interrupted" } })],
      "Stopped before the end The run was interrupted. Run it again to go on.",
    ],
    [
      "was braked",
      [finishedEvent({ stop: { reason: "braked", message: "120 new people, and 50 are allowed" } })],
      "Stopped by a brake, before anything was sent 120 new people, and 50 are allowed.",
    ],
    [
      "never came to its end",
      [progressEvent({ elapsedMs: 1000, totals: totalsOf({ pushed: 41, notAttempted: 1 }) })],
      "The run did not come to its end",
    ],
  ])("of a run that %s says so", (_, events, want) => {
    expect(textOf(write(events))).toContain(want);
  });

  test("of a run that never came to its end has the last that was heard of its rows", () => {
    const heard = progressEvent({ elapsedMs: 1000, totals: totalsOf({ pushed: 41, notAttempted: 1 }) });
    expect(textOf(write([heard]))).toMatch(/pushed 41 .* not attempted 1 read 42/);
  });

  test("holds nothing that comes from elsewhere, and no script", () => {
    const page = write(madeUpNight());
    expect(page).not.toMatch(/<script|<link|<img|<iframe|url\(|@import|\son\w+=|\ssrc=|\shref=/i);
    expect(page).toContain("default-src 'none'".replaceAll("'", "&#39;"));
  });

  test("escapes whatever is put in", () => {
    const evil = `"><script>alert('1')</script>&`;
    const reject = {
      ...rejectedRow(2, { field: evil, message: `\`${evil}\` ${evil}` }),
      key: evil,
      file: evil,
    };
    const stop = { reason: "refused", message: evil } as const;
    const events = [plannedEvent({ source: evil }), reject, finishedEvent({ skipped: { [evil]: 1 }, stop })];
    const page = write(events, { rejects: evil, audit: evil }, `opscom ${evil}`);
    expect(page).not.toContain("<script");
    expect(page.match(/&lt;script&gt;alert\(&#39;1&#39;\)/g)?.length).toBeGreaterThan(8);
  });

  test("lists a thousand rows of each kind and draws 300 points at most, however many came", () => {
    function* many(): Generator<RunEvent> {
      for (let line = 2; line < 30_000; line += 1) yield rejectedRow(line, { message: `bad ${line}` });
      for (let second = 1; second < 20_000; second += 1)
        yield progressEvent({
          elapsedMs: second * 1000,
          perSecond: 50,
          totals: totalsOf({ rejected: second }),
        });
      yield finishedEvent({ totals: totalsOf({ rejected: 29_998 }) });
    }
    const page = write(many());
    expect(page.match(/<td class="place">/g)).toHaveLength(1000);
    expect(textOf(page)).toContain("and 28,998 rows more, which are not listed here");
    expect(textOf(page).slice(0, 1000)).toContain("29,998 bad …");
    const points = /class="curve" d="([^"]+)"/.exec(page)?.[1]?.match(/L/g)?.length ?? 0;
    expect(points).toBeGreaterThan(140);
    expect(points).toBeLessThanOrEqual(300);
    expect(page.length).toBeLessThan(400_000);
  });

  test("can be read by its owner alone, whatever stood there", () => {
    writeFileSync(file, "old", { mode: 0o666 });
    write([finishedEvent()]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("is refused before the run where it cannot be written", () => {
    const options = { destination: DESTINATION, remedies: REMEDIES, effect: "upsert" } as const;
    expect(() => createReport({ ...options, file: join(folder, "no", "run.html") })).toThrow(
      /there is no folder .*no; create it/,
    );
    expect(() => createReport({ ...options, file: folder })).toThrow("is no regular file; name another one");
  });
});
