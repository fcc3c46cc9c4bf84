import type { ApiName } from "../../src/testing/index.ts";
import {
  type Constraint,
  leastOf,
  type Place,
  replace,
  type Subject,
  sampleOf,
  subjectsOf,
} from "../testing/constraints.ts";
import { writeBody } from "../testing/write-body.ts";
import { operationsOf } from "../vendor-facts/document-parts.ts";
import { readDocument } from "../vendor-facts/read-document.ts";
import { targetOf } from "./judge.ts";
import { spoiltBodies } from "./spoilt-bodies.ts";

type Values = Record<string, unknown>;
export type Asked = Readonly<Record<Place, Values>>;

/** One request, and whether the document allows it. */
export interface Case {
  readonly name: string;
  readonly api: ApiName;
  readonly subject: Subject;
  readonly mediaType: string;
  readonly asked: Asked;
  /** The body as it is sent; nothing where none is. */
  readonly text: string | undefined;
  readonly valid: boolean;
}

/** Here every value is text. */
const AS_TEXT = /xml$|urlencoded$/;

/** Every valid request that a document suggests, and every one with a single fault, in every media type of the operation. */
export function corpusOf(api: ApiName): Case[] {
  const cases = subjectsOf(api).flatMap((subject) =>
    subject.mediaTypes.flatMap((mediaType) => [
      ...validRequests(api, subject).map(([name, asked]) =>
        caseOf(api, subject, mediaType, name, asked, true),
      ),
      ...subject.constraints.flatMap((one) => casesOfConstraint(api, subject, mediaType, one)),
      ...spoiltBodies(subject, mediaType).map((spoilt) => ({
        ...{ api, subject, asked: leastRequest(subject), valid: false, mediaType },
        ...spoilt,
      })),
    ]),
  );
  // Where a field has no other name, and at some limits, two suggestions are one.
  return [
    ...new Map(cases.map((one) => [JSON.stringify([targetOf(one), one.mediaType, one.text]), one])).values(),
  ];
}

function leastRequest({ schemas }: Subject): Asked {
  return {
    path: sampleOf(schemas.path) as Values,
    query: leastOf(schemas.query) as Values,
    body: leastOf(schemas.body) as Values,
  };
}

/** The required fields alone, each other field beside them, all of them, one name of each field, and what the document shows. */
function validRequests(api: ApiName, subject: Subject): [name: string, asked: Asked][] {
  const least = leastRequest(subject);
  const all = sampleOf(subject.schemas.body) as Values;
  const properties = Object.entries(subject.schemas.body.properties ?? {});
  const aliases = properties.flatMap(([name, { "x-alias-of": of }]) =>
    of ? [[name, of as string] as const] : [],
  );
  const bodies: [string, Values][] = [
    ["the required fields alone", least.body],
    ["all fields", all],
    ...Object.keys(all).map((name): [string, Values] => [
      `${name} alone`,
      { ...least.body, [name]: all[name] },
    ]),
    [
      "no other name of a field",
      without(
        all,
        aliases.map(([name]) => name),
      ),
    ],
    [
      "the other name of each field",
      without(
        all,
        aliases.map(([, of]) => of),
      ),
    ],
    [
      "the same under both names",
      Object.assign({ ...all }, ...aliases.map(([name, of]) => ({ [name]: all[of] }))),
    ],
    ...examplesOf(api, subject),
  ];
  return bodies.map(([name, body]) => [name, { ...least, body }]);
}

function without(body: Values, names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));
}

function examplesOf(api: ApiName, { id }: Subject): [string, Values][] {
  const operation = operationsOf(readDocument(api)).find(
    (one) => one.operation.operationId === id,
  )?.operation;
  const media = Object.values(operation?.requestBody.content ?? {});
  const examples = media.flatMap(({ examples: shown = {} }) => Object.entries(shown));
  return [...new Map(examples)].flatMap(([name, { value }]) =>
    value ? [[`the example ${name}`, value as Values] as [string, Values]] : [],
  );
}

function casesOfConstraint(
  api: ApiName,
  subject: Subject,
  mediaType: string,
  constraint: Constraint,
): Case[] {
  const { place, path, keyword, kept, broken, brokenText = broken } = constraint;
  const title = `${keyword} of ${path.join(".") || "the whole"} in the ${place}`;
  const ask = (value: unknown): Asked => {
    const around = leastOf(subject.schemas[place], path);
    return { ...leastRequest(subject), [place]: replace(around, path, value) as Values };
  };
  const make = (values: readonly unknown[], valid: boolean, word: string) =>
    values.map((value, index) =>
      caseOf(api, subject, mediaType, `${title} ${word} (${index + 1})`, ask(value), valid),
    );
  return [
    ...make(kept, true, "kept"),
    ...make(AS_TEXT.test(mediaType) ? brokenText : broken, false, "broken"),
  ];
}

function caseOf(
  api: ApiName,
  subject: Subject,
  mediaType: string,
  name: string,
  asked: Asked,
  valid: boolean,
): Case {
  const text = writeBody(mediaType, asked.body, subject.schemas.body);
  return { name, api, subject, mediaType, asked, text, valid };
}
