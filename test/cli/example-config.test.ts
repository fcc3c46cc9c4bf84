import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PUSH } from "../../src/cli/commands/push.ts";
import { COMMANDS } from "../../src/cli/commands.ts";
import { createTarget } from "../../src/cli/create-target.ts";
import { checkConfigKeys } from "../../src/cli/settings/check-config.ts";
import { readConfigFile } from "../../src/cli/settings/config-file.ts";
import { resolveSettings } from "../../src/cli/settings/resolve-settings.ts";

const name = "examples/userpush.yaml";
const text = readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const SECRETS: Readonly<Record<string, string>> = {
  "examples/opscom-token.txt": "token\n",
  "examples/ccs-headers.txt": "X-Key: key\n",
};

async function resolve(flags: Record<string, string>) {
  const file = readConfigFile({ name, text });
  checkConfigKeys(file, COMMANDS);
  const readText = async (path: string) => ({ text: SECRETS[path] ?? "", readableByOthers: false });
  return resolveSettings({ command: PUSH, values: ["roster.csv"], flags, environment: {}, file, readText });
}

test("the example of a file of settings is what a push can go by", async () => {
  const settings = await resolve({});
  expect(settings).toMatchObject({
    api: "opscom",
    tenant: "OC_TOMA",
    state: "examples/.userpush/state.sqlite",
    maxNew: { share: 0.2, atLeast: 10 },
    maxRejected: { share: 0.1, atLeast: 10 },
    maxMissing: { people: 50 },
    concurrency: 8,
    rate: 25,
    report: "examples/report.html",
    preset: "banner",
    warn: ["street2"],
    require: ["email", "last_name"],
  });
  const { destination } = createTarget(settings, () => Promise.reject(new Error("nothing is sent here")));
  expect(destination).toBe("opscom https://controller.operationscommander.io OC_TOMA");
});

test("the same file serves another API", async () => {
  const settings = await resolve({ api: "ccs" });
  expect(settings).toMatchObject({ baseUrl: "https://ccs.example.edu/api", wire: "xml", warn: [] });
  expect(settings.secrets()).toEqual({ apiToken: undefined, headers: { "X-Key": "key" } });
});
