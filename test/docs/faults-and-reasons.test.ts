import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { APIS } from "../../scripts/docs/site.ts";
import { type Rendered, renderDocuments, renderedOperations } from "./render-documents.ts";

const documents = await renderDocuments();

/** Every text that Redoc shows as Markdown, in one line each. */
function descriptionsOf(node: Rendered): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === "description" && typeof value === "string" ? [value] : descriptionsOf(value),
  );
}

/** Every reason of a document as it is written, with the member that it stands for. */
function reasonsOf(node: Rendered): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries<Rendered>(node).flatMap(([key, value]) =>
    key === "x-inferred" ? Object.values<string>(value) : reasonsOf(value),
  );
}

const read = (api: string): Rendered => parse(readFileSync(`openapi/${api}.yaml`, "utf8"));

/** The rows of the table of faults, as a document has them. */
function faultsOf(api: string): Rendered[] {
  const schemas = Object.values<Rendered>(read(api).components.schemas);
  return schemas.flatMap((schema) => schema["x-faults"]?.table ?? []);
}

describe.each(APIS)("the page of %s", (api) => {
  const shown = descriptionsOf(documents.get(api));

  test("gives the reason of every inference, in a quotation of its own", () => {
    const reasons = reasonsOf(read(api));
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) {
      const line = reason.trim().replaceAll("\n", " ");
      const places = shown.filter((one) => one.includes(line));
      expect(places.length, line).toBeGreaterThan(0);
      for (const place of places) expect(place.slice(place.indexOf("> *Inferred:*"))).toContain(line);
    }
  });

  test("lists each code of the document under its class, with one operation at least", () => {
    const sections = shown.flatMap((text) => text.split("Class `").slice(1));
    for (const { codes, class: kind } of faultsOf(api)) {
      const own = sections.filter((section) => section.startsWith(`${kind}\``));
      expect(
        own.some((section) => section.includes(`\n| ${codes.join(", ")} |`)),
        codes.join(),
      ).toBe(true);
    }
  });

  test("marks every statement that is inferred as such", () => {
    for (const text of shown) expect(text).not.toMatch(/^\*Inferred:\*/m);
  });
});

describe.each(renderedOperations(documents))("the operation $operation.operationId", ({ api, operation }) => {
  const fields = Object.keys(requestOf(api, operation).properties ?? {});
  const own = faultsOf(api).filter(({ field }) => field === undefined || fields.includes(field));

  test("lists each fault that it can answer, with meaning, remedy and field, and no other", () => {
    for (const { codes, meaning, remedy, field } of own) {
      const about = field ? ` Field: \`${field}\`.` : "";
      expect(operation.description).toContain(`| ${codes.join(", ")} | **${meaning}** ${remedy}${about} |`);
    }
    const rows = operation.description.match(/^\| \d.*$/gm) ?? [];
    expect(rows.length).toBe(own.length);
  });
});

function requestOf(api: string, { requestBody }: Rendered): Rendered {
  const { $ref } = Object.values<Rendered>(requestBody?.content ?? {})[0]?.schema ?? {};
  return $ref ? documents.get(api).components.schemas[basename($ref)] : {};
}
