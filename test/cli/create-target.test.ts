import { describe, expect, test } from "vitest";
import { createTarget, type TargetSettings } from "../../src/cli/create-target.ts";
import { UsageError } from "../../src/cli/usage-error.ts";

const SETTINGS: TargetSettings = {
  api: "opscom",
  tenant: "OC_TOMA",
  baseUrl: undefined,
  allowInsecureHttp: false,
  secrets: () => ({ apiToken: "canary-4711", headers: undefined }),
};
const create = (settings: Partial<TargetSettings> = {}) =>
  createTarget({ ...SETTINGS, ...settings }, () => Promise.reject(new Error("nothing is sent here")));

describe("a target from settings", () => {
  test.each<[string, Partial<TargetSettings>, string]>([
    ["is OPS-COM's own address", {}, "opscom https://controller.operationscommander.io OC_TOMA"],
    [
      "is an installation of ActivePlatform",
      { api: "activeplatform", baseUrl: "https://ap.example", wire: "form" },
      "activeplatform https://ap.example",
    ],
    ["is a CCS", { api: "ccs", baseUrl: "https://ccs.example", wire: "xml" }, "ccs https://ccs.example"],
  ])("%s", (_, settings, want) => {
    expect(create(settings).destination).toBe(want);
  });

  test("holds the demands of the person", () => {
    const record = { unique_id: "1", login_source: "OPSCOM", street2: "x".repeat(30) };
    const { reasons, warnings } = create({ warn: ["street2"], require: ["city"] }).check(record);
    expect(reasons.map(({ field }) => field)).toEqual(["city"]);
    expect(warnings.join()).toContain("street2");
  });
});

describe("a target is refused in the words of the command line", () => {
  test.each<[string, Partial<TargetSettings>, RegExp]>([
    [
      "without a tenant",
      { tenant: undefined },
      /^the tenant is missing\. Give it by --tenant, OPSCOM_TENANT or opscom\.tenant in userpush\.yaml$/,
    ],
    [
      "without a token",
      { secrets: () => ({ apiToken: undefined, headers: undefined }) },
      /^the token is missing\. Give it by OPSCOM_API_TOKEN, --token-stdin, --token-file, OPSCOM_TOKEN_FILE or opscom\.token_file in userpush\.yaml$/,
    ],
    [
      "without an address",
      { api: "ccs" },
      /^the base URL \(as in https:\/\/host\.example\) is missing\. Give it by --base-url, CCS_BASE_URL or ccs\.base_url in userpush\.yaml$/,
    ],
    [
      "with a format that is not spoken",
      { api: "activeplatform", baseUrl: "https://a.example", wire: "xml" },
      /^--wire, .*json or form/,
    ],
    ["over plain http", { baseUrl: "http://a.example" }, /\(--allow-insecure-http allows it\)$/],
    [
      "with a field to warn of that there is not",
      { warn: ["stret2"] },
      /^--warn: .*"stret2" .*mean "street2"\?$/,
    ],
    ["with a field to warn of that is like no other", { warn: ["qqqqq"] }, / The fields are: unique_id, /],
    ["with a key whose limits shall not stand", { warn: ["unique_id"] }, /^--warn: unique_id /],
    ["with an alias to require", { require: ["state"] }, /^--require: there is no field "state"/],
  ])("%s", (_, settings, want) => {
    expect(() => create(settings)).toThrow(UsageError);
    expect(() => create(settings)).toThrow(want);
    expect(() => create(settings)).not.toThrow(/canary/);
  });
});
