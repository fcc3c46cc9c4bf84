import { operationsOf } from "../vendor-facts/document-parts.ts";
import { type Api, type Operation, readDocument, type Schema } from "../vendor-facts/read-document.ts";

export type Place = "path" | "query" | "body";

/** Values that keep a constraint at its limit, and values that break it and no other; `undefined` is absent. */
interface Values {
  /** The member that is meant, where the keyword stands at the object around it. */
  readonly member?: string;
  readonly kept: readonly unknown[];
  readonly broken: readonly unknown[];
  /** What breaks it in a form or in XML, where every value is text. Default: `broken`. */
  readonly brokenText?: readonly unknown[];
}

/** One constraint of a request, read from its document. */
export interface Constraint extends Values {
  readonly place: Place;
  readonly path: readonly (string | number)[];
  readonly keyword: string;
}

/** One operation, and every constraint of what it takes. */
export interface Subject {
  readonly id: string;
  readonly path: string;
  readonly mediaTypes: readonly string[];
  readonly schemas: Readonly<Record<Place, Schema>>;
  readonly constraints: readonly Constraint[];
}

export function subjectsOf(api: Api): Subject[] {
  return operationsOf(readDocument(api)).map(({ path, operation }) => {
    const content = operation.requestBody.content ?? {};
    const body = Object.values(content)[0]?.schema ?? {};
    const schemas = { path: inUrl(operation, "path"), query: inUrl(operation, "query"), body };
    const places = Object.entries(schemas) as [Place, Schema][];
    const constraints = places.flatMap(([place, schema]) => constraintsOf(place, schema));
    return { id: operation.operationId, path, mediaTypes: Object.keys(content), schemas, constraints };
  });
}

/** What a schema shows as its example, with every member. */
export function sampleOf({ properties, items, examples }: Schema): unknown {
  if (items) return [sampleOf(items)];
  if (!properties) return (examples as unknown[])[0];
  return Object.fromEntries(Object.entries(properties).map(([name, member]) => [name, sampleOf(member)]));
}

/** The same with the required members alone, and with the one that is about to be replaced. */
export function leastOf(schema: Schema, [first]: Constraint["path"] = []): object {
  const needed = [...(schema["required"] as string[]), first];
  const members = Object.entries(sampleOf(schema) as object);
  return Object.fromEntries(members.filter(([name]) => needed.includes(name)));
}

/** A copy of a value with another one in one place. */
export function replace(whole: unknown, [step, ...rest]: Constraint["path"], value: unknown): unknown {
  if (step === undefined) return value;
  const inner = replace((whole as Record<string | number, unknown>)[step], rest, value);
  return Array.isArray(whole) ? whole.with(Number(step), inner) : { ...(whole as object), [step]: inner };
}

/** The parameters as if they were members of an object; a path without its parameter is another path. */
function inUrl({ parameters = [] }: Operation, place: "path" | "query"): Schema {
  const here = parameters.filter((one) => one["in"] === place);
  const required = here.filter((one) => one["required"] && place === "query").map(({ name }) => name);
  const members = here.map(({ name, schema, example }) => [name, { ...schema, examples: [example] }]);
  return { properties: Object.fromEntries(members) as Record<string, Schema>, required };
}

function constraintsOf(place: Place, schema: Schema, path: Constraint["path"] = []): Constraint[] {
  const { properties = {}, items } = schema;
  // What stands in a URL is text, and text is what its schema asks for.
  const keywords = Object.keys(schema).filter((keyword) => keyword !== "type" || place === "body");
  const own = keywords.flatMap((keyword) => valuesOf(keyword, schema));
  return [
    ...own.map(({ member, ...rest }) => ({ ...rest, place, path: member ? [...path, member] : path })),
    ...Object.entries(properties).flatMap(([name, member]) => constraintsOf(place, member, [...path, name])),
    ...(items ? constraintsOf(place, items, [...path, 0]) : []),
  ];
}

const NO_CONSTRAINT = /^(x-.*|xml|description|examples|properties|items)$/;

/** A keyword or a format that is not listed is an error: no constraint of a document goes untested. */
function valuesOf(keyword: string, schema: Schema): (Values & { keyword: string })[] {
  if (NO_CONSTRAINT.test(keyword)) return [];
  const all = [VALUES[keyword]?.(schema[keyword] as never, schema) ?? { kept: [], broken: [] }].flat();
  const isEmpty = all.some(({ kept, broken }) => kept.length + broken.length === 0);
  if (isEmpty) throw new Error(`there are no values to test ${keyword}: ${schema[keyword]}`);
  return all.map((one) => ({ keyword, ...one }));
}

const VALUES: Record<string, (limit: never, schema: Schema) => Values | Values[] | undefined> = {
  required: (names: string[]) => names.map((member) => ({ member, kept: [], broken: [undefined] })),
  additionalProperties: () => ({ member: "not_a_field", kept: [undefined], broken: ["", "x"] }),
  type: (type: string | string[]) => typeValues([type].flat()),
  minLength: (limit: number, schema) => ({ kept: texts(schema, limit), broken: texts(schema, limit - 1) }),
  maxLength: (limit: number, schema) => ({ kept: texts(schema, limit), broken: texts(schema, limit + 1) }),
  minimum: (limit: number) => ({ kept: [limit], broken: [limit - 1] }),
  maximum: (limit: number) => ({ kept: [limit], broken: [limit + 1] }),
  pattern: (pattern: string, schema) => patternValues(new RegExp(pattern, "u"), String(sampleOf(schema))),
  format: (format: string) => FORMATS[format],
};

const FORMATS: Readonly<Record<string, Values>> = {
  date: {
    kept: ["0001-01-01", "2000-02-29", "9999-12-31"],
    broken: ["2001-02-29", "2001-04-31", "2001-13-01", "31-JAN-01", "01/31/2001", "2001-1-31", ""],
  },
  email: {
    kept: ["a@b.cd", "o'neil+tag@mail.example.edu", "A.B@EXAMPLE.EDU"],
    broken: ["ann", "ann@", "@b.cd", "ann@example", "a b@c.de", "a@@b.cd", "a@b..cd", ""],
  },
  // It says how a value is treated, not what it looks like.
  password: { kept: [" ", "correct horse"], broken: [] },
};

/** Values of each JSON type. */
const TYPED: Readonly<Record<string, readonly unknown[]>> = {
  ...{ string: ["7", "true"], integer: [1], number: [1.5], boolean: [true] },
  ...{ array: [[]], object: [{}], null: [null] },
};

/** Texts that are not of a type. Every text is a string, and no text stands where an object belongs. */
const NO_TEXT_OF: Readonly<Record<string, readonly string[]>> = {
  array: ["x"],
  boolean: ["yes", "2", ""],
  integer: ["one", "1.5", "true", ""],
  number: ["one", "true", ""],
};

function typeValues(types: readonly string[]): Values {
  const wanted = types.includes("number") ? [...types, "integer"] : types;
  const [fits, others] = [true, false].map((wants) =>
    Object.keys(TYPED).flatMap((type) => (wanted.includes(type) === wants ? (TYPED[type] ?? []) : [])),
  ) as [unknown[], unknown[]];
  // Beside a single type stand other keywords, which decide what is kept.
  return { kept: types.length > 1 ? fits : [], broken: others, brokenText: NO_TEXT_OF[String(types)] ?? [] };
}

/** The example made longer or shorter, and emoji where any text will do: each is one character of two units. */
function texts(schema: Schema, length: number): string[] {
  if (length < 0) return [];
  const example = String(sampleOf(schema));
  const text = example.padStart(length, example[0]).slice(Math.max(0, example.length - length));
  const free = !schema["pattern"] && [undefined, "password"].includes(schema["format"] as string);
  return free && length > 0 ? [text, "\u{1f600}".repeat(length)] : [text];
}

/** The example with all characters that may follow it, and with each that stands next to one of those. */
function patternValues(pattern: RegExp, example: string): Values {
  const characters = Array.from({ length: 0x250 }, (_, code) => String.fromCharCode(code));
  const fits = characters.map((character) => pattern.test(example + character));
  const broken = characters.filter((_, code) => !fits[code] && (fits[code - 1] || fits[code + 1]));
  const kept = example + characters.filter((_, code) => fits[code]).join("");
  return { kept: [kept], broken: ["", ...broken.map((character) => example + character)] };
}
