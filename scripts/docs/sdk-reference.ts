import { runTool } from "./tools.ts";

/** Writes the pages of the SDK from the comments of the sources, by TypeDoc. Throws where an exported symbol has none. */
export function writeSdkReference(): void {
  runTool("typedoc", ["--options", "docs/typedoc.json"]);
}
