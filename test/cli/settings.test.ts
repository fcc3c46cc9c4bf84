import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../src/bulk/plan/limits.ts";
import { PUSH } from "../../src/cli/commands/push.ts";
import { STATUS } from "../../src/cli/commands/status.ts";
import { COMMANDS } from "../../src/cli/commands.ts";
import { checkConfigKeys } from "../../src/cli/settings/check-config.ts";
import { readConfigFile } from "../../src/cli/settings/config-file.ts";
import { resolveSettings } from "../../src/cli/settings/resolve-settings.ts";
import { UsageError } from "../../src/cli/usage-error.ts";

interface Given {
  readonly flags?: Record<string, string | readonly string[] | boolean>;
  readonly environment?: Record<string, string>;
  readonly yaml?: string;
  readonly files?: Record<string, string>;
  readonly values?: readonly string[];
}

const NAME = "conf/userpush.yaml";

function readYaml(text: string) {
  const file = readConfigFile({ name: NAME, text });
  checkConfigKeys(file, COMMANDS);
  return file;
}

/** Settings of a push to OPS-COM, where nothing else is said. */
function resolve({ flags = {}, environment = {}, yaml, files = {}, values = ["a.csv"] }: Given = {}) {
  const readText = async (name: string) => ({
    text: files[name] ?? "",
    readableByOthers: name.startsWith("open"),
  });
  const file = yaml === undefined ? undefined : readYaml(yaml);
  const given = { api: "opscom", ...flags };
  return resolveSettings({ command: PUSH, values, flags: given, environment, file, readText });
}

async function refusalOf(given: Given): Promise<string> {
  const error = await resolve(given).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UsageError);
  return (error as Error).message;
}

describe("a setting", () => {
  const flags = { tenant: "FLAG" };
  const environment = { OPSCOM_TENANT: "ENV", USERPUSH_CONCURRENCY: "2" };
  const yaml = "concurrency: 3\nopscom:\n  tenant: FILE\n";

  test.each<[string, Given, object]>([
    [
      "has its default",
      {},
      { tenant: undefined, state: ".userpush/state.sqlite", maxNew: { share: 0.2, atLeast: 10 } },
    ],
    ["is read from a file", { yaml }, { tenant: "FILE", concurrency: 3 }],
    [
      "is read from the environment before the file",
      { yaml, environment },
      { tenant: "ENV", concurrency: 2 },
    ],
    ["is read from a flag before all else", { yaml, environment, flags }, { tenant: "FLAG", concurrency: 2 }],
    ["is not set by an empty variable", { yaml, environment: { OPSCOM_TENANT: "" } }, { tenant: "FILE" }],
    [
      "of another API says nothing",
      { environment: { CCS_TENANT: "x", CCS_BASE_URL: "y" } },
      { baseUrl: undefined },
    ],
    ["keeps its zeros", { yaml: "source: 007\n" }, { source: "007" }],
    ["may be a list", { flags: { warn: ["street2,city", "zip"] } }, { warn: ["street2", "city", "zip"] }],
    ["may be a list of a file", { yaml: "opscom: { warn: [street2, zip] }\n" }, { warn: ["street2", "zip"] }],
    ["may be a number of people", { flags: { "max-new": "250" } }, { maxNew: { people: 250 } }],
    ["may be a share", { yaml: "max_missing: 2.5%\n" }, { maxMissing: { share: 0.025 } }],
    ["may be a share of nothing", { flags: { "max-new": "0%" } }, { maxNew: { share: 0 } }],
    [
      "may be a share with a floor",
      { yaml: "max_new: 5%, at least 3\n" },
      { maxNew: { share: 0.05, atLeast: 3 } },
    ],
    [
      "may be a flag of a file",
      { yaml: "opscom: { allow_insecure_http: true }" },
      { allowInsecureHttp: true },
    ],
    [
      "that names a file names it from beside the file",
      { yaml: "state: s.sqlite\n" },
      { state: "conf/s.sqlite" },
    ],
    [
      "that names a file by an absolute path keeps it",
      { yaml: "state: /s.sqlite\n" },
      { state: "/s.sqlite" },
    ],
    ["of an empty file has its default", { yaml: "# nothing\n" }, { uncertain: "report" }],
  ])("%s", async (_, given, want) => {
    expect(await resolve(given)).toMatchObject(want);
  });

  test("has the limits of a run that is given none", async () => {
    expect(await resolve()).toMatchObject(DEFAULT_LIMITS);
  });

  test("that was given as a share has no floor", async () => {
    expect((await resolve({ flags: { "max-new": "20%" } })).maxNew).toEqual({ share: 0.2 });
  });

  test("cannot be changed any more", async () => {
    expect(Object.isFrozen(await resolve())).toBe(true);
  });

  test("of a push alone may stand in the file that every command reads", async () => {
    const file = readYaml("rate: 5\nstate: s.sqlite\n");
    const readText = async () => ({ text: "", readableByOthers: false });
    const settings = await resolveSettings({
      ...{ command: STATUS, values: [], flags: {}, environment: {}, file, readText },
    });
    expect(settings.state).toMatch(/s\.sqlite$/);
    expect(settings).not.toHaveProperty("rate");
  });
});

describe("a setting is refused in words that name flag, variable and key", () => {
  const NAMES = "--concurrency, USERPUSH_CONCURRENCY or concurrency in userpush.yaml";
  const want = (text: string, from: string) =>
    `${NAMES}: expected a whole number from 1 to 64, and "${text}" came from ${from}`;

  test.each<[string, Given, string | RegExp]>([
    ["from a flag", { flags: { concurrency: "0" } }, want("0", "--concurrency")],
    [
      "from the environment",
      { environment: { USERPUSH_CONCURRENCY: "x" } },
      want("x", "USERPUSH_CONCURRENCY"),
    ],
    ["from a file", { yaml: "\nconcurrency: 65\n" }, want("65", `${NAME}, line 2`)],
    [
      "of an API",
      { environment: { OPSCOM_ALLOW_INSECURE_HTTP: "maybe" } },
      /opscom\.allow_insecure_http in .* true or false/,
    ],
    ["for a share above all", { flags: { "max-new": "101%" } }, /a share from 0% to 100%, and "101%" came/],
    ["for a share of nothing", { flags: { "max-new": "%" } }, /a share from 0% to 100%, and "%" came/],
    ["for an unknown choice", { flags: { preset: "banana" } }, /one of banner oneroster, and "banana" came/],
    [
      "for a flag that is a word of the program",
      { environment: { USERPUSH_QUIET: "constructor" } },
      /expected true or false, and "constructor" came from USERPUSH_QUIET/,
    ],
    ["for an empty text", { flags: { tenant: "" } }, /expected text, and "" came from --tenant/],
    [
      "for a list where one value is meant",
      { yaml: "concurrency: [1, 2]\n" },
      /expected one value, and "1, 2" came/,
    ],
    [
      "for an unknown API",
      { flags: { api: "opscon" } },
      /no API "opscon", which came from --api; .* mean "opscom"\?$/,
    ],
    [
      "for another API's setting",
      { flags: { api: "ccs", tenant: "x" } },
      "--tenant: tenant says nothing to ccs; it is for opscom alone",
    ],
    [
      "for --full where people are only created",
      { flags: { api: "ccs", full: true } },
      /full says nothing to ccs/,
    ],
  ])("%s", async (_, given, message) => {
    const refusal = await refusalOf(given);
    if (message instanceof RegExp) expect(refusal).toMatch(message);
    else expect(refusal).toBe(message);
  });

  test("where the API is missing", async () => {
    const question = { command: PUSH, values: ["a"], flags: {}, environment: {}, file: undefined };
    const readText = async () => ({ text: "", readableByOthers: false });
    await expect(resolveSettings({ ...question, readText })).rejects.toThrow(
      "api is missing. Give it by --api, USERPUSH_API or api in userpush.yaml; it is one of opscom, activeplatform, ccs",
    );
  });
});

describe("a file of settings is refused with its line", () => {
  test.each<[string, string, RegExp]>([
    [
      "for a misspelt key",
      "\n\nconcurency: 3",
      /^conf\/userpush\.yaml, line 3: .*Did you mean "concurrency"\?$/,
    ],
    [
      "for a misspelt key of a section",
      "opscom:\n  tennant: x",
      /line 2: .*Did you mean "opscom\.tenant"\?$/,
    ],
    ["for an unknown section", "opscon: { tenant: x }", /line 1: .*Did you mean "opscom\.tenant"\?$/],
    ["for a key without its section", "tenant: x", /line 1: tenant belongs into a section: opscom$/],
    ["for a key of another API", "ccs: { tenant: x }", /line 1: there is no setting "ccs\.tenant"/],
    ["for a decision about one run", "first_run: true", /is given as --first-run$/],
    [
      "for a token",
      "opscom:\n  api_token: canary-4711",
      /^(?!.*canary).*line 2: .*token_file or headers_file$/,
    ],
    ["for a key that stands twice", "state: a\nstate: b", /line 2: it is no YAML/],
    ["for what is no YAML", "state: [", /line 1: it is no YAML/],
    ["for a list of settings", "- state", /line 1: "key: value" is expected$/],
    ["for a setting without a value", "state:", /line 1: state must hold text/],
    ["for a section in a section", "opscom: { tenant: { a: b } }", /line 1: opscom\.tenant must hold text/],
  ])("%s", (_, yaml, want) => {
    expect(() => readYaml(yaml)).toThrow(want);
    expect(() => readYaml(yaml)).toThrow(UsageError);
  });
});

describe("a token", () => {
  const environment = { OPSCOM_API_TOKEN: "env" };
  const files = { "t.txt": "file\n", "conf/t.txt": "yaml\r\n", "-": "stdin\n", "open.txt": "open" };
  const yaml = "opscom: { token_file: t.txt }\n";

  test.each<[string, Given, string]>([
    ["comes from the environment", { environment }, "env"],
    ["comes from a file that a file names", { yaml }, "yaml"],
    ["comes from the environment before that", { environment, yaml }, "env"],
    [
      "comes from a file that a flag names before all else",
      { environment, yaml, flags: { "token-file": "t.txt" } },
      "file",
    ],
    ["comes from standard input", { environment, yaml, flags: { "token-stdin": true } }, "stdin"],
  ])("%s", async (_, given, want) => {
    const { secrets } = await resolve({ ...given, files });
    expect(secrets().apiToken).toBe(want);
  });

  test("is shown by no printed object", async () => {
    const settings = await resolve({ environment: { OPSCOM_API_TOKEN: "canary-4711" } });
    expect(inspect(settings, { depth: 9 }) + JSON.stringify(settings)).not.toContain("canary-4711");
  });

  test("in a file that others can read is warned of", async () => {
    expect((await resolve({ flags: { "token-file": "open.txt" }, files })).warnings).toEqual([
      "open.txt holds a secret that others can read; chmod 600 open.txt mends that",
    ]);
    expect((await resolve({ flags: { "token-file": "t.txt" }, files })).warnings).toEqual([]);
  });

  test.each<[string, Given, RegExp]>([
    ["two of them", { flags: { "token-stdin": true, "token-file": "t" } }, /name two tokens/],
    ["standard input twice", { flags: { "token-stdin": true }, values: ["-"] }, /both want standard input/],
  ])("cannot be asked for by %s", async (_, given, want) => {
    expect(await refusalOf(given)).toMatch(want);
  });
});

describe("the headers of CCS", () => {
  const ccs = { flags: { api: "ccs" } };

  test("stand one a line", async () => {
    const { secrets } = await resolve({
      ...ccs,
      environment: { CCS_HEADERS: "X-Key: a: b\r\n\nAuthorization:Basic x \n" },
    });
    expect(secrets().headers).toEqual({ "X-Key": "a: b", Authorization: "Basic x" });
  });

  test("come from a file", async () => {
    const flags = { api: "ccs", "headers-file": "h" };
    const { secrets } = await resolve({ flags, files: { h: "X-Key: k" } });
    expect(secrets()).toEqual({ apiToken: undefined, headers: { "X-Key": "k" } });
  });

  test("are refused by line, unseen", async () => {
    const message = await refusalOf({ ...ccs, environment: { CCS_HEADERS: "A: b\ncanary-4711" } });
    expect(message).toBe('CCS_HEADERS or --headers-file, line 2: expected "Name: value"');
  });
});
