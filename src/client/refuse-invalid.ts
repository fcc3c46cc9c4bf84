import type { Check } from "../contract/check.ts";
import { ValidationError } from "./errors.ts";
import { log } from "./observe.ts";
import type { ClientSettings } from "./settings.ts";

/** Throws `ValidationError`, unless every issue is about a field that shall only be warned of. */
export function refuseInvalid(
  check: Check,
  input: object,
  operation: string,
  { validate, logger }: ClientSettings,
): void {
  const { warn = [] } = validate as { readonly warn?: readonly string[] };
  const issues = (validate ? check(input) : []).filter(({ field, message }) => {
    if (!warn.includes(field)) return true;
    log(logger, "warn", () => `${operation}: ${message}`);
    return false;
  });
  if (issues.length === 0) return;
  const message = `${operation} was not sent: ${issues.map((issue) => issue.message).join("; ")}`;
  throw new ValidationError({ message, issues });
}
