import { requestSchema } from "./operations.ts";
import { type Context, isObject, type Node } from "./visitor.ts";

/** A field whose ids have names says which call of the same document lists them, and that call changes nothing. */
export const lookups = {
  Root({ paths }: Node, context: Context): void {
    const operations = Object.values(isObject(paths) ? paths : {})
      .map((item) => (isObject(item) ? item["post"] : undefined))
      .filter(isObject);
    const reads = operations.filter((one) => one["x-effect"] === "read").map((one) => one["operationId"]);
    for (const operation of operations) checkLookups(operation, reads, context);
  },
};

function checkLookups(operation: Node, reads: readonly unknown[], context: Context): void {
  const { properties } = requestSchema(operation, context);
  for (const [name, field] of Object.entries(isObject(properties) ? properties : {})) {
    if (!isObject(field) || !("x-lookup" in field) || reads.includes(field["x-lookup"])) continue;
    context.report({ message: `${name}: x-lookup must name an operation of this document that only reads` });
  }
}
