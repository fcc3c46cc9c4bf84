import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { openState } from "../../../src/bulk/state/open-state.ts";
import { readState } from "../../../src/bulk/state/read-state.ts";
import { killedBefore } from "../../../src/bulk/state/sqlite/lock.ts";
import { runtime } from "../../support/runtimes.ts";
import { filesBeside, look, pushed, SOURCE, scratchState } from "./scratch.ts";
import { INPUT, startChild } from "./start-child.ts";

/** The last number that a child told of a step. */
function last(lines: readonly string[], step: "intended" | "settled"): number {
  return Number(
    lines
      .filter((line) => line.startsWith(step))
      .at(-1)
      ?.split(" ")[1] ?? 0,
  );
}

describe("a run that is killed while it writes", () => {
  test.each([5, 40, 90, 160, 250])("leaves what it had settled, after %i ms", async (delayMs) => {
    const options = scratchState();
    const child = await startChild(options, "write");
    await delay(delayMs);
    await child.kill();

    const before = filesBeside(options);
    const state = readState(options);
    const [intended, settled] = [last(child.lines, "intended"), last(child.lines, "settled")];
    expect(intended).toBeGreaterThan(0);
    expect(state.people()).toBeGreaterThanOrEqual(intended);
    const uncertain = [...state.uncertain()].map(({ key }) => key);
    expect(uncertain.every((key) => Number(key.slice(1)) >= settled)).toBe(true);
    expect(uncertain.length % 20).toBe(0);
    expect(uncertain.length).toBeLessThanOrEqual(20);
    expect(state.unfinishedRun(SOURCE, INPUT)).toMatchObject({ source: SOURCE });
    state.close();
    expect(filesBeside(options)).toEqual(before);

    const next = openState(options);
    expect([...next.uncertain()].map(({ key }) => key)).toEqual(uncertain);
    next.close();
    expect(existsSync(`${options.file}-wal`)).toBe(false);
  });

  test("and whose log lost its index can be read all the same", async () => {
    const options = scratchState();
    const child = await startChild(options, "write");
    await child.kill();
    rmSync(`${options.file}-shm`);
    expect(look(options).people()).toBeGreaterThanOrEqual(last(child.lines, "intended"));
  });
});

describe("the lock of a state", () => {
  test("names the process that holds it, and lets readers pass", async () => {
    const options = scratchState();
    pushed(options, "a");
    const { pid } = await startChild(options, "hold");
    expect(() => openState(options)).toThrow(
      expect.objectContaining({
        name: "StateLockedError",
        message: expect.stringContaining(`(process ${pid}, since 20`),
        holder: { pid, startedAt: expect.any(Number) },
      }),
    );
    expect(look(options).find("a")?.key).toBe("a");
  });

  test("dies with its process", async () => {
    const options = scratchState();
    const child = await startChild(options, "hold");
    await child.kill();
    const state = openState(options);
    expect(readFileSync(`${options.file}.pid`, "utf8")).toContain(`"pid":${process.pid},`);
    state.close();
    expect(existsSync(`${options.file}.pid`)).toBe(false);
  });

  test("is held against the same process too, and given back once", () => {
    const options = scratchState();
    const state = openState(options);
    expect(() => openState(options)).toThrow(expect.objectContaining({ name: "StateLockedError" }));
    expect(() => openState(options)).toThrow(`process ${process.pid}`);
    state.close();
    const next = openState(options);
    state.close();
    expect(() => openState(options)).toThrow("another run");
    next.close();
  });

  test.each([
    ["is empty", ""],
    ["is half written", "{"],
    ["is no object", "null"],
    ["is of a run that was killed", '{"pid":999999999,"startedAt":1}'],
    ["tells an impossible time", `{"pid":${process.pid},"startedAt":1e300}`],
    ["tells no time", `{"pid":${process.pid},"startedAt":"today"}`],
    ["tells no process", '{"pid":-1,"startedAt":1}'],
  ])("says nothing of a holder whose file %s", async (_name, content) => {
    const options = scratchState();
    await startChild(options, "hold");
    writeFileSync(`${options.file}.pid`, content);
    expect(() => openState(options)).toThrow(/^another run holds the state/);
    expect(() => openState(options)).toThrow(expect.objectContaining({ name: "StateLockedError" }));
    expect(killedBefore(options.file)).toBeLessThanOrEqual(1);
  });

  test("is given back where the state cannot be opened", () => {
    const options = scratchState();
    writeFileSync(options.file, "no database at all, and long enough to be looked at".repeat(100));
    expect(() => openState(options)).toThrow(expect.objectContaining({ name: "StateError" }));
    rmSync(options.file);
    openState(options).close();
  });
});

test("a reader follows a run that goes on", async () => {
  const options = scratchState();
  const child = await startChild(options, "write");
  const state = look(options);
  let known = 0;
  for (let round = 0; round < 50; round += 1) {
    const people = state.people();
    expect(people).toBeGreaterThanOrEqual(known);
    known = people;
    await delay(5);
  }
  expect(known).toBeGreaterThan(100);
  await child.kill();
  expect(child.errors()).toBe("");
});

const NODE_22 = runtime("node22/bin/node");

/** What a Node prints on standard error while it opens a state and then warns of an experiment of its own. */
async function standardErrorOf(node: string): Promise<string> {
  const { file } = scratchState();
  const source = new URL("../../../src/bulk/state/open-state.ts", import.meta.url);
  const script = `const { openState } = await import(${JSON.stringify(source.href)});
    openState({ file: ${JSON.stringify(file)}, destination: "d" }).close();
    process.emitWarning("of another kind", "ExperimentalWarning");`;
  const child = spawn(node, [
    "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON",
    "--experimental-strip-types",
    "--input-type=module",
    "-e",
    script,
  ]);
  let errors = "";
  child.stderr.on("data", (text) => {
    errors += text;
  });
  await once(child, "close");
  return errors;
}

test.for([
  ["this Node", process.execPath],
  ["Node 22", NODE_22],
] as const)(
  "SQLite is no experiment to the people who push, under %s, and other warnings are said",
  async ([_name, node], { skip }) => {
    if (!existsSync(node)) skip("npm ci --prefix test/runtimes brings it");
    const errors = await standardErrorOf(node);
    expect(errors).toContain("of another kind");
    expect(errors).not.toContain("SQLite");
  },
);
