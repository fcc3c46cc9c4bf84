import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type Context, isObject, type Node } from "../lint/visitor.ts";

/** The languages of the samples, by their names on a page, and how their files end. */
const LANGUAGES = { curl: "sh", JavaScript: "js", TypeScript: "ts", Python: "py" } as const;

const FOLDER = new URL("../../examples/requests/", import.meta.url);

/** The example that the samples send, where a document has several. */
const SENT = "minimal";

/** Shows with each operation how it is called: the programs of `examples/requests/`, as they stand there. */
export const samples = {
  Operation(operation: Node, { location }: Context): void {
    const api = basename(location.source.absoluteRef, ".yaml");
    operation["x-codeSamples"] = Object.entries(LANGUAGES).map(([lang, ending]) => ({
      lang,
      source: readFileSync(new URL(`${api}/${operation["operationId"]}.${ending}`, FOLDER), "utf8"),
    }));
  },
  // Redoc names the first example above each sample, as if that were what it sends.
  MediaType(mediaType: Node): void {
    const { examples } = mediaType;
    if (isObject(examples) && SENT in examples) mediaType["examples"] = { [SENT]: undefined, ...examples };
  },
};
