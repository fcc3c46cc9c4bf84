import type { Context, Node } from "./visitor.ts";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/** Without the dialect Prism judges a document by the rules of draft-07. */
export const dialect = {
  Root(root: Node, { report }: Context): void {
    if (root["jsonSchemaDialect"] !== DIALECT) report({ message: `jsonSchemaDialect must be ${DIALECT}` });
  },
};
