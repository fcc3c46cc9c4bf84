import { bodyRule } from "../contract/body-rule.ts";
import { createCheck } from "../contract/check.ts";
import type { OperationFacts } from "../contract/operation.ts";
import type { ScalarRule } from "../contract/rule.ts";
import type { Finding } from "./exchange.ts";

type Values = Readonly<Record<string, unknown>>;

/** Judges what a request says by the rules that were generated from the document. */
export interface Judge {
  parameters(path: Values, query: Values): Finding[];
  body(value: unknown): Finding[];
}

/** A token that is in the body, and not in the query where it belongs, is one mistake and not two that contradict each other. */
export function withoutMisplacedSecret(
  { secret }: OperationFacts,
  query: Values,
  body: unknown,
  found: readonly Finding[],
): readonly Finding[] {
  const isMisplaced =
    secret?.in === "query" &&
    !(secret.name in query) &&
    typeof body === "object" &&
    body &&
    secret.name in body;
  if (!isMisplaced) return found;
  const { name } = secret;
  const message = `${name} belongs in the query, and came in the body`;
  return found.flatMap((one) => {
    if (one.field !== name) return one;
    return one.in === "query" ? { ...one, message } : [];
  });
}

export function createJudge(operation: OperationFacts): Judge {
  const { secret, parameters } = operation;
  const inPath = createPlaceJudge("path", parameters);
  const inQuery = createPlaceJudge("query", secret?.in === "query" ? { [secret.name]: secret.rule } : {});
  const inBody = createCheck(bodyRule(operation));
  return {
    parameters: (path, query) => [...inPath(path), ...inQuery(query)],
    body: (value) => inBody(value).map(({ message, field, rule }) => ({ message, in: "body", field, rule })),
  };
}

function createPlaceJudge(
  place: Finding["in"],
  rules: Readonly<Record<string, ScalarRule>>,
): (values: Values) => Finding[] {
  const check = createCheck({
    type: "object",
    closed: false,
    required: Object.keys(rules),
    properties: rules,
  });
  return (values) => check(values).map(({ message, field, rule }) => ({ message, in: place, field, rule }));
}
