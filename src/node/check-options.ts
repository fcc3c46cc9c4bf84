import { completeSettings } from "../client/complete-settings.ts";
import { ConfigurationError } from "../client/errors.ts";
import type { UndiciTransportOptions } from "./undici-transport.ts";

/** Throws `ConfigurationError` for options that no transport can be made of. */
export function checkOptions(options: UndiciTransportOptions): void {
  if (typeof options !== "object" || options === null) throw refusal("the options must be an object");
  completeSettings(options, ["connections"], {}, () => []);
  const { connections } = options;
  if (connections === undefined || (Number.isSafeInteger(connections) && connections > 0)) return;
  throw refusal("connections must be a whole number from 1 up", "connections");
}

function refusal(message: string, setting?: string): ConfigurationError {
  return new ConfigurationError({ message, ...(setting === undefined ? {} : { setting }) });
}
