import { DATE, DATE_TIME, EMAIL, type Format } from "../../src/contract/format.ts";

/** By the name of their constants, which stand in the generated files: as JSON Schema calls them, in capitals. */
const FORMATS: Readonly<Record<string, Format>> = { DATE, DATE_TIME, EMAIL };

export function findFormat(name: string): Format | undefined {
  return FORMATS[name.toUpperCase().replaceAll("-", "_")];
}

/** The constant that a value is, where it is a format. */
export function formatConstant(value: unknown): string | undefined {
  return Object.keys(FORMATS).find((constant) => FORMATS[constant] === value);
}

/** What a generated file imports for the formats in what it prints. */
export function importFormats(printed: object, contract: string): string {
  const used = [...new Set(constantsIn(printed))].toSorted();
  return used.length > 0 ? `import { ${used.join(", ")} } from "${contract}/format.ts";\n` : "";
}

function constantsIn(value: unknown): string[] {
  const constant = formatConstant(value);
  if (constant) return [constant];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(constantsIn) : [];
}
