import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { compileFaults } from "./compile-faults.ts";
import { compileFields } from "./compile-fields.ts";
import { bodySchema, compileOperation, faultSchemaOf, nameOf } from "./compile-operation.ts";
import { compileRule } from "./compile-rule.ts";
import { compileTypes } from "./compile-types.ts";
import { type Document, readDocument } from "./document.ts";
import { importFormats } from "./formats.ts";
import { print } from "./print.ts";

/** What to generate from, and where to. */
export interface Source {
  readonly api: string;
  /** The folder of the OpenAPI documents. */
  readonly documents: URL;
  /** The folder that gets one folder for each API. */
  readonly out: URL;
}

const CONTRACT = new URL("../../src/contract/", import.meta.url);

/** Generates every file of one API: file name to text. Writes nothing. */
export async function generateApi(source: Source): Promise<Map<string, string>> {
  const file = new URL(`${source.api}.yaml`, source.documents);
  const document = await readDocument(file);
  const contract = relative(fileURLToPath(new URL(`${source.api}/`, source.out)), fileURLToPath(CONTRACT));
  const files: [string, string][] = [
    ["types.gen.ts", await compileTypes(file)],
    ["rules.gen.ts", renderRules(document, contract)],
    ["operations.gen.ts", renderOperations(document, contract)],
    ["fields.gen.ts", renderFields(document, contract)],
    ["faults.gen.ts", renderFaults(document, contract)],
  ];
  return new Map(files.map(([name, text]) => [name, `${header(source.api)}${text.trimEnd()}\n`]));
}

function header(api: string): string {
  return `// Generated from openapi/${api}.yaml by \`npm run generate\`. Do not edit: change the document and run it again.\n\n`;
}

function bodySchemaNames(document: Document): string[] {
  const operations = Object.values(document.paths).map((item) => item.post);
  const schemas = operations.flatMap((one) => [
    bodySchema(one.requestBody),
    bodySchema(one.responses["200"]),
  ]);
  return [...new Set(schemas.map(nameOf))];
}

function renderRules(document: Document, contract: string): string {
  const consts = bodySchemaNames(document).map((name) => {
    const rule = compileRule(document, { $ref: `#/components/schemas/${name}` }, name);
    return `export const ${name} = ${print(rule)} as const satisfies Rule;\n`;
  });
  const text = consts.join("\n");
  return `${importFormats(text, contract)}import type { Rule } from "${contract}/rule.ts";\n\n${text}`;
}

function renderOperations(document: Document, contract: string): string {
  const names = bodySchemaNames(document).toSorted().join(", ");
  const faultSchema = faultSchemaOf(document);
  const faults =
    faultSchema &&
    `const faults = ${print(compileFaults(document, faultSchema).facts)} as const satisfies FaultFacts;\n`;
  const operations = Object.entries(document.paths).map(([path, item]) => {
    const { id, ...facts } = compileOperation(document, path, item);
    return `export const ${id} = ${print({ id, ...facts })} as const satisfies OperationFacts;\n`;
  });
  const imports = [
    ...(faults ? [`import type { FaultFacts } from "${contract}/fault.ts";`] : []),
    `import type { OperationFacts } from "${contract}/operation.ts";`,
    `import { ${names} } from "./rules.gen.ts";\n`,
  ];
  return [...imports, ...(faults ? [faults] : []), ...operations].join("\n");
}

function renderFields(document: Document, contract: string): string {
  const written = Object.values(document.paths).filter((item) => item.post["x-effect"] !== "read");
  const consts = written.map(({ post }) => {
    const name = nameOf(bodySchema(post.requestBody));
    return `export const ${post.operationId}Fields: readonly Field[] = ${print(compileFields(document, name))};\n`;
  });
  const names = written.map(({ post }) => nameOf(bodySchema(post.requestBody))).join(", ");
  return `import type { Field } from "${contract}/field.ts";\nimport { ${names} } from "./rules.gen.ts";\n\n${consts.join("\n")}`;
}

function renderFaults(document: Document, contract: string): string {
  const faultSchema = faultSchemaOf(document);
  const guide = faultSchema ? compileFaults(document, faultSchema).guide : { remedies: {}, answers: [] };
  return `import type { FaultGuide } from "${contract}/fault.ts";\n\nexport const faultGuide: FaultGuide = ${print(guide)};\n`;
}
