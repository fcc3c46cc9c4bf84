import { nearest } from "../../bulk/nearest.ts";
import { API_NAMES, type ApiName } from "../api-name.ts";
import type { CommandSpec, OptionSpec } from "../command.ts";
import { UsageError } from "../usage-error.ts";
import type { ConfigFile } from "./config-file.ts";
import { fileKey, type NamedOption } from "./option-names.ts";

/** A token in a file that is copied, mailed and committed is a token lost. */
const SECRET = /^(?:[a-z]+\.)?(?:api_?)?(?:token|headers|password|secret)$/i;

/**
 * Refuses keys that no command knows: one file serves all of them, so a key that another command understands is fine.
 * Throws `UsageError` with the line and the nearest known key.
 */
export function checkConfigKeys({ name, entries }: ConfigFile, commands: readonly CommandSpec[]): void {
  const options = commands.flatMap((command) => Object.entries(command.options));
  const known = [...new Set(options.flatMap(keysOf))];
  const decisions = options.filter(([, { scope }]) => scope === "run").map(([option]) => option);
  for (const [key, { line }] of entries) {
    if (known.includes(key)) continue;
    throw new UsageError(`${name}, line ${line}: ${problemOf(key, known, decisions)}`);
  }
}

function keysOf([name, spec]: readonly [string, OptionSpec]): string[] {
  const apis: readonly (ApiName | undefined)[] =
    spec.scope === "api" ? (spec.apis ?? API_NAMES) : [undefined];
  return apis.flatMap((api) => fileKey({ name, spec, api } satisfies NamedOption) ?? []);
}

function problemOf(key: string, known: readonly string[], decisions: readonly string[]): string {
  if (SECRET.test(key))
    return `${key} does not belong into this file: keep the secret in a file of its own, and name that by token_file or headers_file`;
  const flag = key.replaceAll("_", "-");
  if (decisions.includes(flag)) return `${key} is a decision about one run, and is given as --${flag}`;
  const sections = known.filter((one) => one.endsWith(`.${key}`)).map((one) => one.split(".", 1)[0]);
  if (sections.length > 0) return `${key} belongs into a section: ${sections.join(", ")}`;
  const best = nearest(key, known);
  return `there is no setting "${key}"${best === undefined ? "" : `. Did you mean "${best}"?`}`;
}
