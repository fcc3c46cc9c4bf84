import type { Context, Node } from "./visitor.ts";

/** One pattern that does not compile silently turns off all of Prism's validation. */
export const patternsCompile = {
  Schema(schema: Node, { report, location }: Context): void {
    if (typeof schema["pattern"] !== "string") return;
    try {
      new RegExp(schema["pattern"], "u");
    } catch (error) {
      report({
        message: `pattern does not compile: ${(error as Error).message}`,
        location: location.child(["pattern"]),
      });
    }
  },
};
