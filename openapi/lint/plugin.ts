import { dialect } from "./dialect.ts";
import { faults } from "./faults.ts";
import { fields } from "./fields.ts";
import { inferred } from "./inferred.ts";
import { knownExtensions } from "./known-extensions.ts";
import { lookups } from "./lookups.ts";
import { operations } from "./operations.ts";
import { patternsCompile } from "./patterns-compile.ts";
import { wireFormats } from "./wire-formats.ts";

/** What our documents are held to beyond the standard; `openapi/README.md` describes each extension. */
export default function userpushPlugin() {
  return {
    id: "userpush",
    rules: {
      oas3: {
        dialect: () => dialect,
        faults: () => faults,
        fields: () => fields,
        inferred: () => inferred,
        "known-extensions": () => knownExtensions,
        lookups: () => lookups,
        operations: () => operations,
        "patterns-compile": () => patternsCompile,
        "wire-formats": () => wireFormats,
      },
    },
  };
}
