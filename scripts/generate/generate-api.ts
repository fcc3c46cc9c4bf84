import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Rule } from "../../src/contract/rule.ts";
import { compileFaults } from "./compile-faults.ts";
import { compileFields } from "./compile-fields.ts";
import { bodySchema, compileCall, compileOperation, faultSchemaOf, nameOf } from "./compile-operation.ts";
import { compileRecord, compileRule } from "./compile-rule.ts";
import { compileTypes } from "./compile-types.ts";
import { type Document, type Operation, readDocument } from "./document.ts";
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
  const rules = compileRules(document);
  const files: [string, string][] = [
    ["types.gen.ts", await compileTypes(file)],
    ["rules.gen.ts", renderRules(rules, contract)],
    ["calls.gen.ts", renderCalls(document, Object.keys(rules), contract)],
    ["operations.gen.ts", renderOperations(document, contract)],
    ["fields.gen.ts", renderFields(document, contract)],
    ["faults.gen.ts", renderFaults(document, contract)],
  ];
  return new Map(files.map(([name, text]) => [name, `${header(source.api)}${text.trimEnd()}\n`]));
}

function header(api: string): string {
  return `// Generated from openapi/${api}.yaml by \`npm run generate\`. Do not edit: change the document and run it again.\n\n`;
}

function operationsOf(document: Document): Operation[] {
  return Object.values(document.paths).map((item) => item.post);
}

/** The rules of all bodies, by the names of their schemas. */
function compileRules(document: Document): Record<string, Rule> {
  const rules = operationsOf(document).flatMap(({ requestBody, responses }) => {
    const request = bodySchema(requestBody);
    const answer = bodySchema(responses["200"]);
    return [
      [nameOf(request), compileRecord(document, request, nameOf(request))] as const,
      [nameOf(answer), compileRule(document, answer, nameOf(answer))] as const,
    ];
  });
  return Object.fromEntries(rules);
}

function renderRules(rules: Readonly<Record<string, Rule>>, contract: string): string {
  const imports = `${importFormats(rules, contract)}import type { Rule } from "${contract}/rule.ts";\n`;
  const consts = Object.entries(rules).map(
    ([name, rule]) => `export const ${name} = ${print(rule)} as const satisfies Rule;\n`,
  );
  return [imports, ...consts].join("\n");
}

function renderCalls(document: Document, rules: readonly string[], contract: string): string {
  const faultSchema = faultSchemaOf(document);
  const faults =
    faultSchema &&
    `const faults = ${print(compileFaults(document, faultSchema).facts)} as const satisfies FaultFacts;\n`;
  const compiled = Object.entries(document.paths).map(([path, item]) => compileCall(document, path, item));
  const calls = compiled.map(
    (facts) => `export const ${facts.id} = ${print(facts)} as const satisfies CallFacts;\n`,
  );
  const imports = [
    ...(faults ? [`import type { FaultFacts } from "${contract}/fault.ts";\n`] : []),
    importFormats(compiled, contract),
    `import type { CallFacts } from "${contract}/operation.ts";\n`,
    `import { ${rules.toSorted().join(", ")} } from "./rules.gen.ts";\n`,
  ];
  return [imports.join(""), ...(faults ? [faults] : []), ...calls].join("\n");
}

function renderOperations(document: Document, contract: string): string {
  const operations = Object.values(document.paths).map((item) => {
    const { operationId } = item.post;
    const facts = Object.entries(compileOperation(item)).map(
      ([name, fact]) => `  ${name}: ${print(fact)},\n`,
    );
    const members = `  ...calls.${operationId},\n${facts.join("")}`;
    return `export const ${operationId} = {\n${members}} as const satisfies OperationFacts;\n`;
  });
  const imports = `import type { OperationFacts } from "${contract}/operation.ts";\nimport * as calls from "./calls.gen.ts";\n`;
  return [imports, ...operations].join("\n");
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
