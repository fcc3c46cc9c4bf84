import { didYouMean } from "../bulk/nearest.ts";
import { activeplatformTarget } from "../bulk/target/activeplatform.ts";
import { ccsTarget } from "../bulk/target/ccs.ts";
import { opscomTarget } from "../bulk/target/opscom.ts";
import type { Target } from "../bulk/target/target.ts";
import { ConfigurationError } from "../client/errors.ts";
import type { Transport } from "../client/transport.ts";
import type { ApiName } from "./api-name.ts";
import { CONNECTION_OPTIONS } from "./commands/api-options.ts";
import { describeOption } from "./settings/option-names.ts";
import type { Secrets } from "./settings/read-secrets.ts";
import { UsageError } from "./usage-error.ts";

/** What a target is made from; the settings of push, plan and doctor have it. */
export interface TargetSettings {
  readonly api: ApiName;
  readonly tenant: string | undefined;
  readonly baseUrl: string | undefined;
  readonly allowInsecureHttp: boolean;
  readonly wire?: "json" | "form" | "xml" | undefined;
  readonly warn?: readonly string[];
  readonly require?: readonly string[];
  readonly secrets: () => Secrets;
}

/** Makes the target that the settings name. Throws `UsageError`, in the words of the command line. */
export function createTarget(settings: TargetSettings, transport: Transport): Target {
  try {
    const target = makeTarget(settings, transport);
    checkFields("warn", settings.warn ?? [], target);
    checkFields("require", settings.require ?? [], target);
    return target;
  } catch (error) {
    throw error instanceof ConfigurationError ? toUsageError(error, settings) : error;
  }
}

function makeTarget(settings: TargetSettings, transport: Transport): Target {
  const { api, tenant = "", baseUrl, allowInsecureHttp, warn, require, wire } = settings;
  const { apiToken = "", headers } = settings.secrets();
  const shared = { allowInsecureHttp, transport, warn, require };
  switch (api) {
    case "opscom":
      return opscomTarget({ ...shared, baseUrl, tenant, apiToken });
    case "activeplatform":
      // What it does not speak is refused by the client, with the formats that it does.
      return activeplatformTarget({ ...shared, baseUrl: baseUrl ?? "", apiToken, format: wire as "json" });
    case "ccs":
      return ccsTarget({ ...shared, baseUrl: baseUrl ?? "", headers, format: wire });
  }
}

/** A misspelt field would loosen, or ask for, nothing. */
function checkFields(option: "warn" | "require", given: readonly string[], { fields, facts }: Target): void {
  const known = fields.filter(({ aliasOf }) => option === "warn" || !aliasOf).map(({ name }) => name);
  const unknown = given.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const aim = option === "warn" ? "warn of" : "require";
    const hint = didYouMean(unknown, known) || ` The fields are: ${known.join(", ")}`;
    throw new UsageError(`--${option}: there is no field "${unknown}" to ${aim}.${hint}`);
  }
  const key = facts.identity.find((name) => option === "warn" && given.includes(name));
  if (key !== undefined)
    throw new UsageError(`--warn: ${key} tells one person from another, so its limits stand`);
}

/** The settings of a client, by the options that hold them. */
const OPTIONS: Readonly<Record<string, keyof typeof CONNECTION_OPTIONS>> = {
  tenant: "tenant",
  baseUrl: "base-url",
  apiToken: "token-file",
  headers: "headers-file",
  format: "wire",
};

/** Those that a client cannot do without, as one asks a person for them. */
const NEEDED: Readonly<Record<string, string>> = {
  tenant: "the tenant",
  baseUrl: "the base URL (as in https://host.example)",
  apiToken: "the token",
};

function toUsageError({ setting = "", message }: ConfigurationError, settings: TargetSettings): UsageError {
  const name = OPTIONS[setting];
  if (name === undefined) return new UsageError(message);
  const { api } = settings;
  const variables: Readonly<Record<string, string>> = {
    apiToken: `${api.toUpperCase()}_API_TOKEN, --token-stdin, `,
    headers: `${api.toUpperCase()}_HEADERS, `,
  };
  const names = `${variables[setting] ?? ""}${describeOption({ name, spec: CONNECTION_OPTIONS[name], api })}`;
  const given: Readonly<Record<string, unknown>> = { ...settings, ...settings.secrets() };
  if (setting in NEEDED && !given[setting])
    return new UsageError(`${NEEDED[setting]} is missing. Give it by ${names}`);
  return new UsageError(`${names}: ${message.replace("allowInsecureHttp", "--allow-insecure-http")}`);
}
