import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Context, Node } from "../lint/visitor.ts";

/** The languages of the samples, by their names on a page, and how their files end. */
const LANGUAGES = { curl: "sh", JavaScript: "js", TypeScript: "ts", Python: "py" } as const;

const FOLDER = new URL("../../examples/requests/", import.meta.url);

/** Shows with each operation how it is called in four languages: the programs of `examples/requests/`, as they stand there. */
export const samples = {
  Operation(operation: Node, { location }: Context): void {
    const api = basename(location.source.absoluteRef, ".yaml");
    operation["x-codeSamples"] = Object.entries(LANGUAGES).map(([lang, ending]) => ({
      lang,
      source: readFileSync(new URL(`${api}/${operation["operationId"]}.${ending}`, FOLDER), "utf8"),
    }));
  },
};
