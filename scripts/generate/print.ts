import { formatConstant } from "./formats.ts";

/** A TypeScript expression that is printed as it stands. */
export class Expression {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const WIDTH = 110;
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** Prints a value as a TypeScript literal: on one line where it fits, otherwise one member a line. */
export function print(value: unknown, indent = ""): string {
  const line = printLine(value);
  if (line.length + indent.length <= WIDTH || typeof value !== "object" || value === null) return line;
  if (value instanceof Expression || formatConstant(value)) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => `${inner}${print(item, inner)},\n`).join("")}${indent}]`;
  }
  const members = entries(value).map(([key, item]) => `${inner}${printKey(key)}: ${print(item, inner)},\n`);
  return `{\n${members.join("")}${indent}}`;
}

function printLine(value: unknown): string {
  if (value instanceof Expression) return value.text;
  if (value instanceof RegExp) return String(value);
  if (Array.isArray(value)) return `[${value.map(printLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const constant = formatConstant(value);
  if (constant) return constant;
  const members = entries(value).map(([key, item]) => `${printKey(key)}: ${printLine(item)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

function entries(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

function printKey(key: string): string {
  return IDENTIFIER.test(key) ? key : JSON.stringify(key);
}
