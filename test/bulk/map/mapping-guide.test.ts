import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { createMapper } from "../../../src/bulk/map/create-mapper.ts";
import type { Mapped } from "../../../src/bulk/map/mapped.ts";
import { parseMapping } from "../../../src/bulk/map/parse/parse-mapping.ts";
import { createUserFields } from "../../../src/generated/activeplatform/fields.gen.ts";
import { pushProfileFields } from "../../../src/generated/opscom/fields.gen.ts";

const GUIDE = readFileSync("docs/mapping.md", "utf8");

const EXAMPLE =
  /(<!-- activeplatform -->\n)?```yaml\n([\s\S]*?)```\n\n```csv\n([\s\S]*?)```\n\n```jsonl\n([\s\S]*?)```/g;

const USER_TYPES = new Map([
  ["Full Time Student", "1"],
  ["Staff", "2"],
]);

interface Example {
  readonly line: number;
  readonly isActiveplatform: boolean;
  readonly mapping: string;
  readonly rows: string;
  readonly want: string;
}

const EXAMPLES = [...GUIDE.matchAll(EXAMPLE)].map((found): Example => {
  const [, marker, mapping = "", rows = "", want = ""] = found;
  const line = GUIDE.slice(0, found.index).split("\n").length;
  return { line, isActiveplatform: marker !== undefined, mapping, rows, want };
});

/** Examples after the first are parts of a mapping: what a whole one must have is left out of them. */
function fieldsOf({ isActiveplatform }: Example, index: number) {
  const fields = isActiveplatform ? createUserFields : pushProfileFields;
  return index === 0 ? fields : fields.map((field) => ({ ...field, required: false }));
}

function show(mapped: Mapped): unknown {
  if (mapped.kind === "record") return mapped.record;
  return mapped.kind === "skipped"
    ? { skipped: mapped.reason }
    : { rejected: mapped.reasons.map(({ message }) => message).join("; ") };
}

describe("docs/mapping.md", () => {
  test("has its blocks in examples of mapping, rows and records, each of which is run", () => {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(5);
    expect(GUIDE.split("```").length - 1).toBe(EXAMPLES.length * 6);
  });

  test.each(EXAMPLES.map((example, index) => [example.line, index, example] as const))(
    "tells the truth in the example at line %i",
    (_, index, example) => {
      const fields = fieldsOf(example, index);
      const mapping = parseMapping(example.mapping, { name: "mapping.yaml", fields });
      const mapper = createMapper({ fields, mapping, userTypes: USER_TYPES });
      const [header = [], ...rows] = parse(example.rows) as string[][];
      const got = rows.map((cells, at) =>
        show(mapper.map({ file: "roster.csv", line: at + 2, header, cells })),
      );
      const want = example.want.trimEnd().split("\n");
      expect(got).toEqual(want.map((line) => JSON.parse(line)));
    },
  );
});
