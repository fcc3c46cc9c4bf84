import type { OperationFacts } from "./operation.ts";
import type { ObjectRule } from "./rule.ts";

/** The rule of a whole request body: the record, and the token where it travels there. */
export function bodyRule({ record, secret }: Pick<OperationFacts, "record" | "secret">): ObjectRule {
  if (secret?.in !== "body") return record;
  const { name, rule } = secret;
  return {
    ...record,
    required: [name, ...record.required],
    properties: { [name]: { ...rule, password: true }, ...record.properties },
  };
}
