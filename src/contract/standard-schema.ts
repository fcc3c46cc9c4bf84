import { createCheck } from "./check.ts";
import type { Issue } from "./issue.ts";
import type { Rule } from "./rule.ts";

/**
 * A validator as https://standardschema.dev describes it (version 1), so that form and router libraries take it as it is.
 * Its issues say more than the specification asks for.
 */
export interface Validator<T> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "userpush";
    /** The value as it came, or what is wrong with it. */
    readonly validate: (
      value: unknown,
    ) => { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly Issue[] };
    readonly types?: { readonly input: T; readonly output: T };
  };
}

/** Wraps a rule as a Standard Schema. It coerces nothing: a valid value is returned as it came. */
export function createValidator<T>(rule: Rule): Validator<T> {
  const check = createCheck(rule);
  function validate(value: unknown): { value: T; issues?: undefined } | { issues: Issue[] } {
    const issues = check(value);
    return issues.length === 0 ? { value: value as T } : { issues };
  }
  return { "~standard": { version: 1, vendor: "userpush", validate } };
}
