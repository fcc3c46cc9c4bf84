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
