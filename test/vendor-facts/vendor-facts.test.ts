import { describe, expect, test } from "vitest";
import { ACTIVEPLATFORM_ANSWER, ACTIVEPLATFORM_ARGUMENTS, ACTIVEPLATFORM_CREATE } from "./activeplatform.ts";
import { answersInOtherMediaTypes } from "./answer-media-types.ts";
import { CCS_ANSWER, CCS_FIELDS, CCS_XML } from "./ccs.ts";
import { DEVIATIONS } from "./deviations.ts";
import { documentLines, schemaLines } from "./document-lines.ts";
import { marksOf, operationsOf, type Part, partsOf } from "./document-parts.ts";
import { expectedLines, inferredPlaces, pointlessDeviations, shownOtherwise } from "./expected-lines.ts";
import { OPSCOM_ERROR, OPSCOM_PUSH, OPSCOM_ROWS } from "./opscom.ts";
import { membersOf, PRINTED_SAMPLES, sampleDifferences } from "./printed-samples.ts";
import { type Api, readDocument, readExternalValue, type Schema } from "./read-document.ts";
import * as samples from "./samples.ts";

describe("the transcription", () => {
  test("has every row of the vendors' tables", () => {
    expect(OPSCOM_ROWS).toHaveLength(25);
    expect(new Set(OPSCOM_ROWS.flatMap((row) => row[3])).size).toBe(31);
    expect(ACTIVEPLATFORM_ARGUMENTS).toHaveLength(8);
    expect(ACTIVEPLATFORM_ANSWER).toHaveLength(9);
    expect(CCS_FIELDS).toHaveLength(9);
    expect(CCS_ANSWER).toHaveLength(1);
  });

  test("names what the printed samples name", () => {
    const names = (sample: string) => membersOf(sample).map(([name]) => name);
    expect(names(samples.OPSCOM_BODY).sort()).toEqual(OPSCOM_ROWS.flatMap((row) => row[3]).sort());
    expect(names(samples.ACTIVEPLATFORM_ANSWER_BODY)).toEqual(ACTIVEPLATFORM_ANSWER.map((row) => row[0]));
    expect(names(samples.CCS_JSON_BODY).sort()).toEqual(CCS_FIELDS.map((row) => row.jsonName).sort());
    expect(names(samples.CCS_XML_BODY)).toEqual(CCS_FIELDS.map((row) => row.name));
  });

  test("holds samples of one page that agree with each other and with its tables", () => {
    expect(samples.OPSCOM_RAW_REQUEST_HEAD.slice(0, 2)).toEqual([
      `POST ${OPSCOM_PUSH.path.replace("{tenant}", "OC_TOMA")} HTTP/1.1`,
      `Host: ${new URL(OPSCOM_PUSH.host).host}`,
    ]);
    expect(membersOf(samples.OPSCOM_ERROR_BODY).map(([name]) => name)).toEqual(
      Object.values(OPSCOM_ERROR).map(([name]) => name),
    );
    expect(samples.OPSCOM_JAVASCRIPT).toContain(samples.OPSCOM_BODY);
    expect(JSON.parse(samples.CCS_HTML_BODY)).toEqual(JSON.parse(samples.CCS_JSON_BODY));
    expect(samples.ACTIVEPLATFORM_REQUEST_LINE).toContain(
      ACTIVEPLATFORM_CREATE.exampleBase + ACTIVEPLATFORM_CREATE.path,
    );
  });

  test("lists each deviation once, with its reason in one sentence", () => {
    expect(new Set(DEVIATIONS.map((it) => `${it.api} ${it.place}`)).size).toBe(DEVIATIONS.length);
    for (const { reason } of DEVIATIONS) expect(reason).toMatch(/^[A-Z].*[^.]\.$/);
  });
});

describe.each<Api>(["opscom", "activeplatform", "ccs"])("the document of %s", (api) => {
  const document = readDocument(api);
  const operations = operationsOf(document);
  const parts = operations.flatMap(({ operation }) => partsOf(operation));

  test("states what the vendor's tables and the listed deviations say, and nothing else", () => {
    expect(documentLines(document)).toEqual(expectedLines(api));
  });

  test("asks for no proof of the caller beside the one that the page names", () => {
    expect(document.security).toEqual([]);
  });

  // Set beside set, two media types of one call could hide each other's faults.
  const bodies = parts.filter((part) => part.mediaType).map((part) => [titleOf(part), part] as const);
  test.each(bodies)("says it in %s", (_, { place, schema }) => {
    const inPart = new RegExp(`^${place}[ /[]`);
    const expected = expectedLines(api).filter((line) => inPart.test(line));
    expect(schemaLines(place, schema).sort()).toEqual(expected);
  });

  test("deviates from the tables wherever the list says so", () => {
    expect(pointlessDeviations(api)).toEqual([]);
  });

  test("marks the inferences of the list, and no other", () => {
    const marks = [...new Set(operations.flatMap(({ operation }) => marksOf(operation)))];
    const speaksOf = (mark: string, place: string) => place === mark || place.startsWith(`${mark} `);
    const places = inferredPlaces(api);
    expect(marks.filter((mark) => !places.some((place) => speaksOf(mark, place)))).toEqual([]);
    expect(places.filter((place) => !marks.some((mark) => speaksOf(mark, place)))).toEqual([]);
  });

  test("answers in the page's media types at every status", () => {
    expect(answersInOtherMediaTypes(document)).toEqual([]);
  });

  const sampled = bodies.filter(([, part]) => PRINTED_SAMPLES.has(`${part.place} ${part.mediaType}`));
  test.each(sampled)("shows the printed sample in %s", (_, part) => {
    const printed = PRINTED_SAMPLES.get(`${part.place} ${part.mediaType}`) ?? "";
    const [operation = "", direction] = part.place.split(" ");
    const expected = direction === "request" ? shownOtherwise(api, "sample") : [];
    expect(sampleDifferences(operation, shownSample(part), printed)).toEqual(expected);
  });
});

describe("the vendor's words in the documents", () => {
  test("OPS-COM: each label is the vendor's name of the attribute, or a listed correction of it", () => {
    const properties = requestProperties("opscom").filter(([, property]) => !property["x-alias-of"]);
    const vendorLabels = new Map(OPSCOM_ROWS.map(([label, , , [name]]) => [name, label]));
    const corrected = properties.filter(([name, property]) => property["x-label"] !== vendorLabels.get(name));
    expect(corrected.map(([name, property]) => `pushProfile label/${name} "${property["x-label"]}"`)).toEqual(
      shownOtherwise("opscom", "label"),
    );
  });

  test("CCS: the names of the elements, sorted, are the vendor's order", () => {
    const names = requestProperties("ccs").map(([, { xml }]) => (xml as { name: string }).name);
    expect(names.sort()).toEqual(CCS_XML.elementOrder);
  });
});

function requestProperties(api: Api): [name: string, property: Schema][] {
  const [first] = operationsOf(readDocument(api));
  return Object.entries(first?.operation.requestBody.content?.["application/json"]?.schema?.properties ?? {});
}

function titleOf({ place, status = "", mediaType = "" }: Part): string {
  return [place, status, mediaType].filter(Boolean).join(" ");
}

function shownSample({ media }: Part): string {
  const { value, externalValue } = media?.examples?.["vendorSample"] ?? {};
  return externalValue ? readExternalValue(externalValue).trim() : JSON.stringify(value);
}
