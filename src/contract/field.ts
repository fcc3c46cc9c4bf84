import type { Rule } from "./rule.ts";

/** One field of a record, as people see it: in a CSV header, a message, a reference page. */
export interface Field {
  /** The wire's own name. */
  readonly name: string;
  readonly label: string;
  /** The field that this is only another name of. */
  readonly aliasOf?: string;
  /** The call that lists the names behind the ids that this field takes. */
  readonly lookup?: string;
  readonly required: boolean;
  readonly description: string;
  readonly example?: string | number | boolean;
  readonly rule: Rule;
}
