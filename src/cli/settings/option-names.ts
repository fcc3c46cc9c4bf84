import type { ApiName } from "../api-name.ts";
import type { OptionSpec } from "../command.ts";

/** An option of a command, and the API whose setting it is, where it belongs to one. */
export interface NamedOption {
  readonly name: string;
  readonly spec: OptionSpec;
  readonly api: ApiName | undefined;
}

/** The environment variable of an option: `OPSCOM_BASE_URL`, `USERPUSH_STATE`; none for a decision about one run. */
export function environmentName({ name, spec, api }: NamedOption): string | undefined {
  if (spec.scope === "run") return undefined;
  const owner = spec.scope === "api" ? api : "userpush";
  return owner && `${owner}_${name}`.replaceAll("-", "_").toUpperCase();
}

/** The key of an option in a file: `opscom.base_url`, `state`; none for a decision about one run. */
export function fileKey({ name, spec, api }: NamedOption): string | undefined {
  if (spec.scope === "run") return undefined;
  const key = name.replaceAll("-", "_");
  if (spec.scope !== "api") return key;
  return api && `${api}.${key}`;
}

/** Every name that a person can give an option by, for a message: `--state, USERPUSH_STATE or state in userpush.yaml`. */
export function describeOption(option: NamedOption): string {
  const key = fileKey(option);
  const names = [`--${option.name}`, environmentName(option), key && `${key} in userpush.yaml`];
  const known = names.filter((one) => one !== undefined);
  const last = known.pop();
  return known.length === 0 ? `${last}` : `${known.join(", ")} or ${last}`;
}
