import { describe, expect, test } from "vitest";
import { FileError } from "../../src/bulk/file-error.ts";
import { MappingError } from "../../src/bulk/map/mapping-error.ts";
import { StateError, StateLockedError } from "../../src/bulk/state/state-error.ts";
import { describeCrash } from "../../src/cli/describe-crash.ts";
import { reportFailure } from "../../src/cli/report-failure.ts";
import { UsageError } from "../../src/cli/usage-error.ts";
import { ConfigurationError } from "../../src/client/errors.ts";

/** As token, birth date, licence number and password could come into an error. */
const CANARIES = ["t0ken-canary", "1901-01-31", "QC 99999999", "pa55-canary"];

function report(error: unknown, environment: Record<string, string> = {}) {
  const lines: string[] = [];
  const exitCode = reportFailure(error, { say: (line) => lines.push(line), environment });
  return { exitCode, text: lines.join("\n"), lines };
}

describe("an error that is expected", () => {
  test.each<[Error, number]>([
    [new UsageError("no"), 2],
    [new FileError("no"), 2],
    [new MappingError("no"), 2],
    [new StateError("no"), 2],
    [new ConfigurationError({ message: "no" }), 2],
    [new StateLockedError({ file: "s", holder: undefined }), 6],
    [Object.assign(new Error("ENOENT: no such file"), { code: "ENOENT", syscall: "open", path: "a.csv" }), 2],
  ])("is one line: %s", (error, want) => {
    const { exitCode, lines } = report(error);
    expect(exitCode).toBe(want);
    expect(lines).toEqual([expect.stringMatching(/^userpush: .+$/)]);
  });
});

describe("a bug", () => {
  const secret = CANARIES.join(" ");
  const cause = Object.assign(new TypeError(`cause ${secret}`), { code: "ERR_ODD" });

  test.each<[string, () => unknown]>([
    ["an error", () => new RangeError(`cannot use ${secret}`)],
    ["an error with a cause", () => new Error(secret, { cause })],
    [
      "an error whose message looks like frames",
      () => new Error(`a\n    at ${secret} (file:///x.ts:1:1)\n    at ${secret}`),
    ],
    [
      "an error whose name and code hold values",
      () => Object.assign(new Error("a"), { name: secret, code: secret }),
    ],
    ["an error whose message was changed", () => Object.assign(new Error(secret), { message: "other" })],
    ["no error at all", () => secret],
  ])("shows nothing of what it was about: %s", (_, make) => {
    const { exitCode, text } = report(make());
    expect(exitCode).toBe(70);
    for (const canary of CANARIES) expect(text).not.toContain(canary);
    expect(text).toContain("this is a bug of userpush");
  });

  test("shows its name, its code, where it is, and the same of its cause", () => {
    const { text } = report(new RangeError("secret", { cause }));
    expect(text).toMatch(/^RangeError\n {4}at .*crash\.test\.ts/m);
    expect(text).toMatch(/^caused by TypeError ERR_ODD\n {4}at .*crash\.test\.ts/m);
  });

  test("shows its message where that is asked for", () => {
    expect(report(new Error("what happened"), { USERPUSH_DEBUG: "1" }).text).toContain(
      "Error: what happened",
    );
    expect(report(new Error("what happened"), { USERPUSH_DEBUG: "0" }).text).not.toContain("what happened");
  });

  test("ends where causes go in circles", () => {
    const error = new Error("a");
    error.cause = error;
    expect(describeCrash(error, false).match(/caused by/g)).toHaveLength(3);
  });
});
