import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { runUserpush } from "../support/userpush-process.ts";
import { openCampus } from "./campus.ts";

const ENV = { OPSCOM_TENANT: "OC_TOMA", OPSCOM_API_TOKEN: "YOUR-API-TOKEN" };

const [, section = ""] = readFileSync("docs/events.md", "utf8").split("## One document");

/** By command: the members that the page lists, without what stands in brackets. */
const listed = new Map(
  [...section.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, command = "", cell = ""]) => [
    command,
    [...cell.replace(/\([^)]*\)/g, "").matchAll(/`(\w+)`/g)].map(([, member]) => member),
  ]),
);

describe("a document of --json", () => {
  test("is listed in docs/events.md for each command that prints one", () => {
    const printing = COMMANDS.filter(({ options }) => "json" in options).map(({ name }) => name);
    const lines = ["plan", "push"];
    expect([...listed.keys()].sort()).toEqual(printing.filter((name) => !lines.includes(name)).sort());
  });

  test.each([
    ["status", ["status"]],
    ["doctor", ["doctor", "opscom", "--base-url", "http://127.0.0.1:1"]],
    ["fields", ["fields", "ccs"]],
  ])("of %s has the members that docs/events.md lists", async (name, args) => {
    await using campus = await openCampus();
    const { stdout } = await runUserpush([...args, "--json"], { cwd: campus.folder, env: ENV });
    expect(Object.keys(JSON.parse(stdout))).toEqual(listed.get(name));
  });
});

test("a run that cannot begin prints no event, and says why elsewhere", async () => {
  await using campus = await openCampus();
  const { code, stdout, stderr } = await campus.run(["push", "nowhere.csv", "--json"]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("nowhere.csv");
});
