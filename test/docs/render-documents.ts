import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { APIS } from "../../scripts/docs/site.ts";
import { PROJECT, runIn } from "../scripts/project-copy.ts";

// biome-ignore lint/suspicious/noExplicitAny: tests reach into documents by the names that these documents have.
export type Rendered = any;

/** The documents as the API pages get them: the decorators of `openapi/render/` have been there. */
export async function renderDocuments(): Promise<ReadonlyMap<string, Rendered>> {
  const folder = await mkdtemp(join(tmpdir(), "userpush-rendered-"));
  try {
    const options = ["--config", "openapi/render/redocly.yaml", "--ext", "json", "--output", folder];
    const { code, stderr } = await runIn(PROJECT, "redocly", ["bundle", ...APIS, ...options]);
    if (code !== 0) throw new Error(stderr);
    const texts = await Promise.all(APIS.map((api) => readFile(join(folder, `${api}.json`), "utf8")));
    return new Map(APIS.map((api, index) => [api, JSON.parse(texts[index] ?? "")]));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** One operation of a page, with what the page shows first. */
export interface RenderedOperation {
  readonly api: string;
  readonly path: string;
  readonly operation: Rendered;
  /** The names of its parameters in the query. */
  readonly query: readonly string[];
  /** The first example of its request, and of its success, in JSON. */
  readonly request: Rendered;
  readonly answer: Rendered;
}

export function renderedOperations(documents: ReadonlyMap<string, Rendered>): RenderedOperation[] {
  return [...documents].flatMap(([api, document]) =>
    Object.entries<Rendered>(document.paths).map(([path, { post: operation }]) => ({
      api,
      path,
      operation,
      query: (operation.parameters ?? []).map(({ name }: Rendered) => name),
      request: firstExample(document, operation.requestBody),
      answer: firstExample(document, operation.responses["200"]),
    })),
  );
}

function firstExample(document: Rendered, { content }: Rendered): Rendered {
  const [example] = Object.values<Rendered>(content["application/json"].examples);
  return example.$ref ? document.components.examples[basename(example.$ref)].value : example.value;
}
