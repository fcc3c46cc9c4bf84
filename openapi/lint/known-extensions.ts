import { type Context, isObject, type Node } from "./visitor.ts";

const KNOWN = new Set([
  "x-alias-of",
  "x-displayName",
  "x-effect",
  "x-faults",
  "x-form-arrays",
  "x-identity",
  "x-inferred",
  "x-label",
  "x-lookup",
  "x-reference",
  "x-repeat-safe",
  "x-secret",
  "x-sensitive",
  "x-xml-element-order",
]);

/** Not a path into one, as `x-inferred` has them. */
const EXTENSION = /^x-[^/]*$/;

/** A misspelt extension says nothing to any tool, and says it silently. */
export const knownExtensions = {
  any: {
    enter(node: unknown, { report, location }: Context): void {
      if (!isObject(node)) return;
      for (const key of Object.keys(node as Node)) {
        if (!EXTENSION.test(key) || KNOWN.has(key)) continue;
        report({ message: `${key} is not an extension of ours`, location: location.child([key]).key() });
      }
    },
  },
};
