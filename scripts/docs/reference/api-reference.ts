import { pathToFileURL } from "node:url";
import type { ApiName } from "../../../src/cli/api-name.ts";
import { columnsByPreset, type PresetColumns } from "../../../src/cli/preset-columns.ts";
import { type Document, type FaultRow, readDocument, type Schema } from "../../generate/document.ts";
import { type OperationReference, referOperation } from "./operation-reference.ts";

/** What a document says of a whole API, in the order in which people read it. */
export interface ApiReference {
  readonly api: string;
  readonly title: string;
  readonly description: string;
  readonly operations: readonly OperationReference[];
  readonly faults: readonly FaultRow[];
  /** By field: the columns that the presets fill it from. */
  readonly presets: PresetColumns;
}

/** Reads the document of an API. */
export async function readReference(api: string): Promise<ApiReference> {
  const document = (await readDocument(pathToFileURL(`openapi/${api}.yaml`))) as Document & Info;
  const { title, description } = document.info;
  const operations = Object.entries(document.paths).map(([path, item]) =>
    referOperation(document, path, item),
  );
  return {
    api,
    title,
    description,
    operations,
    faults: faultsOf(document),
    presets: columnsByPreset(api as ApiName),
  };
}

interface Info {
  readonly info: { readonly title: string; readonly description: string };
}

function faultsOf({ components }: Document): FaultRow[] {
  const schemas: readonly Schema[] = Object.values(components.schemas);
  return schemas.flatMap((schema) => (schema["x-faults"] as { table?: FaultRow[] } | undefined)?.table ?? []);
}
