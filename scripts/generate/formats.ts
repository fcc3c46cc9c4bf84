import { DATE, DATE_TIME, EMAIL, type Format } from "../../src/contract/format.ts";

/** By the name of their constants, which stand in the generated files. */
const FORMATS: Readonly<Record<string, Format>> = { DATE, DATE_TIME, EMAIL };

export function findFormat(name: string): Format | undefined {
  return Object.values(FORMATS).find((format) => format.name === name);
}

/** The constant that a value is, where it is a format. */
export function formatConstant(value: unknown): string | undefined {
  return Object.keys(FORMATS).find((constant) => FORMATS[constant] === value);
}

/** What a generated file imports for the formats in its text. */
export function importFormats(text: string, contract: string): string {
  const used = Object.keys(FORMATS).filter((constant) => new RegExp(`format: ${constant}\\b`).test(text));
  return used.length > 0 ? `import { ${used.join(", ")} } from "${contract}/format.ts";\n` : "";
}
