/**
 * What a document states, one line a statement, so that two descriptions of one API can be compared as sets:
 * `pushProfile request/unique_id maxLength 50`. A line is a place, a keyword and a value in JSON.
 * A keyword that this file does not know becomes a line too: nothing can be added unseen.
 */
import { nested, operationsOf, partsOf } from "./document-parts.ts";
import type { Content, Document, Operation, Schema, Server } from "./read-document.ts";

type Keywords = Readonly<Record<string, unknown>>;

/** Texts, marks and hints that restrict nothing, and what has lines of its own below. */
const NO_STATEMENT = {
  schema: [
    ...["description", "examples", "x-inferred", "x-label", "x-sensitive"],
    ...["properties", "items", "required", "xml", "x-faults"],
  ],
  media: ["schema", "examples"],
  content: ["description", "content"],
  parameter: ["name", "description", "example", "schema", "x-inferred", "x-label", "x-sensitive"],
  operation: [
    ...["operationId", "tags", "summary", "description", "x-inferred"],
    ...["parameters", "requestBody", "responses"],
  ],
};

/** Everything that a document states, each statement once. */
export function documentLines(document: Document): string[] {
  const operations = operationsOf(document);
  const lines = [
    ...document.servers.map(serverLine),
    ...operations.flatMap(({ path, method, operation }) => operationLines(path, method, operation)),
    ...operations
      .flatMap(({ operation }) => partsOf(operation))
      .flatMap(({ place, schema }) => schemaLines(place, schema)),
  ];
  return [...new Set(lines)].sort();
}

export function schemaLines(place: string, root: Schema): string[] {
  return nested(place, root).flatMap(([at, schema]) => [
    ...keywordLines(at, schema, NO_STATEMENT.schema),
    ...Object.keys(schema.properties ?? {}).map((name) => `${at} property ${name}`),
    ...("required" in schema ? [requiredLine(at, schema["required"] as string[])] : []),
    ...Object.entries(schema["xml"] ?? {}).map(([key, value]) => `${at} xml/${key} ${JSON.stringify(value)}`),
    ...faultLines(at, schema["x-faults"] as Faults | undefined),
  ]);
}

export function requiredLine(place: string, names: readonly string[]): string {
  return `${place} required ${[...names].sort().join(",")}`;
}

export interface Faults {
  code?: string;
  message: string;
  table?: { codes?: number[]; class: string; field?: string }[];
  answers?: unknown[];
}

function faultLines(place: string, faults: Faults | undefined): string[] {
  if (!faults) return [];
  const { table = [], answers, ...roles } = faults;
  return [
    ...keywordLines(`${place} x-faults`, roles, []),
    ...table.flatMap((row) => (row.codes ?? []).map((code) => faultLine(place, { ...row, code }))),
    ...(answers ? [`${place} x-faults/answers`] : []),
  ];
}

export function faultLine(
  place: string,
  row: { code: number; class: string; field?: string | undefined },
): string {
  return `${place} x-faults ${row.code} ${row.class} ${row.field ?? "-"}`;
}

function operationLines(path: string, method: string, operation: Operation): string[] {
  const { operationId: id, parameters = [], requestBody, responses } = operation;
  return [
    `${id} ${method} ${path}`,
    ...keywordLines(id, operation, NO_STATEMENT.operation),
    ...parameters.flatMap((it) => keywordLines(`${id} parameter/${it.name}`, it, NO_STATEMENT.parameter)),
    ...contentLines(`${id} requestBody`, requestBody),
    ...Object.entries(responses).flatMap(([status, response]) => [
      `${id} responses/${status}`,
      ...keywordLines(`${id} responses/${status}`, response, NO_STATEMENT.content),
      ...mediaLines(`${id} responses/${status}`, response),
    ]),
  ];
}

function contentLines(place: string, body: Content): string[] {
  const mediaTypes = Object.keys(body.content ?? {});
  return [
    ...keywordLines(place, body, NO_STATEMENT.content),
    ...mediaTypes.map((mediaType) => mediaTypePlace(place, mediaType)),
    ...mediaLines(place, body),
  ];
}

function mediaLines(place: string, { content = {} }: Content): string[] {
  return Object.entries(content).flatMap(([mediaType, media]) =>
    keywordLines(mediaTypePlace(place, mediaType), media, NO_STATEMENT.media),
  );
}

/** As a mark of the document writes it: a JSON pointer. */
export function mediaTypePlace(place: string, mediaType: string): string {
  return `${place}/content/${mediaType.replaceAll("/", "~1")}`;
}

function serverLine({ url, variables = {} }: Server): string {
  return `server ${url.replaceAll(/\{(\w+)\}/g, (_, name: string) => variables[name]?.default ?? "")}`;
}

function keywordLines(place: string, keywords: Keywords, ignored: readonly string[]): string[] {
  return Object.entries(keywords)
    .filter(([keyword]) => !ignored.includes(keyword))
    .map(([keyword, value]) => `${place} ${keyword} ${JSON.stringify(value)}`);
}
