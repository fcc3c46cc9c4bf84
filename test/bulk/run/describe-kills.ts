import { describe, expect, test } from "vitest";
import { killRuns } from "./killed-runs.ts";

/** What must hold of a run that is killed at random moments and started again each time. */
export function describeKills({ people, kills }: { readonly people: number; readonly kills: number }): void {
  describe(`a run over ${people} people that is killed ${kills} times`, { timeout: 600_000 }, () => {
    test("delivers every person of an upsert, and sends nobody again who was on disk", async () => {
      const { written, sentAgain, totals } = await killRuns({ api: "opscom", people, kills });
      expect(written.size).toBe(people);
      expect(sentAgain).toEqual([]);
      expect(totals).toMatchObject({ read: people, pushed: people - totals.unchanged, uncertain: 0 });
    });

    test("creates nobody twice, and names everybody who may have been created", async () => {
      const { written, uncertain, totals } = await killRuns({ api: "activeplatform", people, kills });
      expect([...written].filter(([, times]) => times > 1)).toEqual([]);
      expect(totals.read).toBe(people);
      expect(totals.pushed + totals.unchanged + totals.uncertain).toBe(people);
      expect(uncertain.length).toBe(totals.uncertain);
      // Whoever was written is known, or named as uncertain: nobody is lost between the two.
      expect(written.size).toBeGreaterThanOrEqual(totals.pushed + totals.unchanged);
      expect(totals.uncertain).toBeGreaterThan(0);
    });
  });
}
