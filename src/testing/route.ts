import type { OperationFacts } from "../contract/operation.ts";
import type { Contract } from "./contract.ts";

/** The operation that a request is for, and the values of its path parameters. */
export interface Route {
  readonly contract: Contract;
  readonly operation: OperationFacts;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Finds the operation of a path. A parameter may be empty here: what it must look like is judged later. */
export function findRoute(contracts: readonly Contract[], path: string): Route | undefined {
  for (const contract of contracts) {
    for (const operation of contract.operations) {
      const parameters = matchPath(operation.path, path);
      if (parameters) return { contract, operation, parameters };
    }
  }
  return undefined;
}

function matchPath(template: string, path: string): Record<string, string> | undefined {
  const expected = template.split("/");
  const actual = path.split("/");
  if (expected.length !== actual.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of expected.entries()) {
    const value = actual[index] ?? "";
    if (part.startsWith("{")) parameters[part.slice(1, -1)] = decode(value);
    else if (part !== value) return undefined;
  }
  return parameters;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
