import { createCompletion } from "../client/complete-settings.ts";
import { ConfigurationError } from "../client/errors.ts";
import type { UndiciTransportOptions } from "./undici-transport.ts";

const complete = createCompletion({
  connections: { type: "integer", minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
});

/** The options, checked. Throws `ConfigurationError` for those that no transport can be made of. */
export function checkOptions(options: UndiciTransportOptions): UndiciTransportOptions {
  if (typeof options !== "object" || options === null)
    throw new ConfigurationError({ message: "the options must be an object" });
  return complete(options);
}
