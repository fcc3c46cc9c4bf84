import type { FaultRow } from "../../scripts/generate/document.ts";
import type { FaultClass } from "../../src/contract/fault.ts";
import { requestSchema } from "../lint/operations.ts";
import { type Context, follow, isObject, type Node } from "../lint/visitor.ts";

const CLASSES: Readonly<Record<FaultClass, string>> = {
  configuration: "is a setting that is wrong for everybody",
  authentication: "is a token that is wrong for everybody",
  rejected: "concerns one person",
  foreign: "belongs to another call of the vendor",
};

/** Lists with each operation the faults that it can answer: those of its error body, but for fields that it does not have. */
export const faults = {
  Operation(operation: Node, context: Context): void {
    const fields = Object.keys(requestSchema(operation, context)["properties"] ?? {});
    const rows = tableOf(operation, context).filter(
      ({ field }) => field === undefined || fields.includes(field),
    );
    if (rows.length > 0)
      operation["description"] = `${String(operation["description"]).trimEnd()}\n\n${render(rows)}`;
  },
};

function tableOf({ responses }: Node, context: Context): FaultRow[] {
  for (const answer of Object.values(isObject(responses) ? responses : {})) {
    const content = Object.values((follow(answer, context)["content"] ?? {}) as Node);
    const schemas = content.map((one) => follow(isObject(one) && one["schema"], context));
    const extension = schemas.map((schema) => schema["x-faults"]).find(isObject);
    if (extension) return (extension["table"] ?? []) as FaultRow[];
  }
  return [];
}

/** Folded up, because it is longer than all that is said of an operation. */
function render(rows: readonly FaultRow[]): string {
  const groups = Map.groupBy(rows, (row) => row.class);
  return `<details>
<summary>${rows.flatMap(({ codes }) => codes).length} fault codes, each with its meaning and remedy</summary>

${[...groups].map(([kind, group]) => renderClass(kind, group)).join("\n\n")}

</details>
`;
}

/** In two columns, because Redoc leaves a table as little room as a phone would. */
function renderClass(kind: FaultClass, rows: readonly FaultRow[]): string {
  return `Class \`${kind}\`, which ${CLASSES[kind]}:

| Code | **Meaning** and remedy |
|---|---|
${rows.map(renderRow).join("\n")}`;
}

function renderRow({ codes, meaning, remedy, field }: FaultRow): string {
  const about = field === undefined ? "" : ` Field: \`${field}\`.`;
  const text = `**${meaning}** ${remedy}${about}`;
  return `| ${codes.join(", ")} | ${text.replaceAll("|", "\\|")} |`;
}
