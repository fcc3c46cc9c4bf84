import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { SETTINGS } from "../../scripts/pages/client-settings.ts";
import { backoffMs } from "../../src/client/backoff.ts";
import { type ClientOptions, resolveCallSettings, resolveClientSettings } from "../../src/client/settings.ts";

const guide = readFileSync("docs/guides/own-program.md", "utf8");
const resolve = (options: ClientOptions = {}) =>
  resolveClientSettings(options, {}, { baseUrl: { type: "string" } }, "https://api.example");

/** Lowest and highest, as the page has them. */
const BOUNDS = Object.entries(SETTINGS).flatMap(([name, { takes }]) => {
  const [, lowest = "", highest = ""] = /^(\d+) to ([\d,]+)$/.exec(takes) ?? [];
  return highest === "" ? [] : [[name, Number(lowest), Number(highest.replaceAll(",", ""))] as const];
});

describe("the guide for a program of one's own", () => {
  test("lists every setting that the clients share, and no other", () => {
    const known = Object.keys(resolve());
    expect(Object.keys(SETTINGS).sort()).toEqual(known.sort());
  });

  test.each(BOUNDS)("says that %s is from %i to %i, and so it is", (name, lowest, highest) => {
    for (const value of [lowest, highest]) expect(resolve({ [name]: value })).toHaveProperty(name, value);
    for (const value of [lowest - 1, highest + 1])
      expect(() => resolve({ [name]: value })).toThrow(`\`${name}\` must be at`);
  });

  test("has bounds for three numbers", () => {
    expect(BOUNDS).toHaveLength(3);
  });

  test.each(Object.entries(SETTINGS))("says whether a call can have its own %s", (name, { ofACall }) => {
    const value = 7;
    const change = () => resolveCallSettings({ [name]: value }, resolve());
    if (ofACall) expect(change()).toHaveProperty(name, value);
    else expect(change).toThrow(`\`${name}\` is not known here; there are signal, `);
  });

  test("says how long a client waits before it repeats", () => {
    const longest = (attempt: number) => backoffMs(attempt, () => 1);
    expect([longest(1), longest(2), longest(99)]).toEqual([500, 1000, 8000]);
    expect(guide).toMatch(/up to half a second,[^.]*up to twice as long,\s+and at most 8 seconds/);
  });

  test("names the Node that the package asks for, and every way into the package", () => {
    expect(guide).toContain(`Node ${packageJson.engines.node.replace(">=", "")} or later`);
    const entries = Object.keys(packageJson.exports).filter((entry) => !/yaml|json/.test(entry));
    for (const entry of entries) expect(guide).toContain(`\`${entry.replace(".", "userpush")}\``);
  });
});
