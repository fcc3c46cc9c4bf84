import type { OperationFacts } from "./operation.ts";
import type { ObjectRule } from "./rule.ts";

/** The rule of what a caller passes in: the request without the token, which the client adds. */
export function recordRule({ request, secret }: Pick<OperationFacts, "request" | "secret">): ObjectRule {
  if (secret?.in !== "body") return request;
  const { [secret.name]: _, ...properties } = request.properties;
  return { ...request, properties, required: request.required.filter((name) => name !== secret.name) };
}
