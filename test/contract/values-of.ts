import fc from "fast-check";
import type { Schema } from "../vendor-facts/read-document.ts";

type Arbitrary = fc.Arbitrary<unknown>;
type Member = readonly [name: string, value: unknown];

interface Keywords extends Schema {
  readonly type: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** More than this is not tried where a schema has no limit. */
const MAX_LENGTH = 60;
const NAMES = ["", "__proto__", "constructor", "toString", "Email", "email ", "é", "😀"];
const MAX_MISTAKES = 2;

/** JSON values around what a schema takes: about half of them are valid, the rest have one mistake or two. */
export function valuesOf(schema: Schema): Arbitrary {
  const { type, properties = {}, items } = schema as Keywords;
  if (type === "object")
    return fc.oneof({ weight: 30, arbitrary: objectsOf(schema, properties) }, anything());
  if (type === "array" && items) {
    return fc.oneof({ weight: 5, arbitrary: fc.array(valuesOf(items), { maxLength: 3 }) }, anything());
  }
  return fc.oneof(validValuesOf(schema), nearMissesOf(schema as Keywords), anything());
}

function objectsOf(schema: Schema, properties: Readonly<Record<string, Schema>>): Arbitrary {
  const { required = [] } = schema as Keywords;
  const replaced = Object.entries(properties).map(([name, property]) =>
    valuesOf(property).map((value): Member => [name, value]),
  );
  const missing = required.map((name) => fc.constant<Member>([name, undefined]));
  const unknown = fc.tuple(fc.constantFrom(...NAMES), anything());
  const mistakes = fc.array(fc.oneof(...replaced, ...missing, unknown), { maxLength: MAX_MISTAKES });
  return fc.tuple(validValuesOf(schema), mistakes).map(([valid, changes]) => {
    const members = new Map<string, unknown>([...Object.entries(valid as object), ...changes]);
    // Makes members of its own, even of `__proto__`.
    return Object.fromEntries([...members].filter(([, value]) => value !== undefined));
  });
}

function validValuesOf(schema: Schema): Arbitrary {
  const { type, properties = {}, items, required = [], enum: values } = schema as Keywords;
  if ("const" in schema) return fc.constant(schema["const"]);
  if (values) return fc.constantFrom(...values);
  if (typeof type !== "string") {
    return fc.oneof(...type.map((one) => validValuesOf({ ...schema, type: one })));
  }
  if (type === "array" && items) return fc.array(validValuesOf(items), { maxLength: 3 });
  if (type !== "object") return scalarsOf(schema as Keywords);
  const members = Object.entries(properties).map(([name, property]) => [name, validValuesOf(property)]);
  return fc.record(Object.fromEntries(members) as Record<string, Arbitrary>, { requiredKeys: [...required] });
}

function scalarsOf({ type, minLength, maxLength, minimum, maximum, pattern, format }: Keywords): Arbitrary {
  if (type === "boolean") return fc.boolean();
  if (type === "integer") return fc.integer({ ...defined({ min: minimum, max: maximum }) });
  if (type === "number") return fc.double({ noDefaultInfinity: true, noNaN: true });
  if (pattern) return fc.stringMatching(new RegExp(pattern, "u"));
  if (format === "email")
    return fc.emailAddress().filter(({ length }) => length <= (maxLength ?? MAX_LENGTH));
  if (format === "date") return dates().map((date) => date.toISOString().slice(0, 10));
  if (format === "date-time") return dates().map((date) => date.toISOString());
  return texts(minLength ?? 0, maxLength ?? MAX_LENGTH);
}

/** What is just within a limit, just past it, or not quite in the format. */
function nearMissesOf({ minLength = 0, maxLength, minimum = 0, maximum = 0, type }: Keywords): Arbitrary {
  if (type === "integer") {
    return fc.constantFrom(
      minimum - 1,
      minimum,
      minimum + 0.5,
      maximum,
      maximum + 0.5,
      maximum + 1,
      -0,
      1e300,
    );
  }
  const limits = [minLength, maxLength ?? MAX_LENGTH].flatMap((limit) => [limit - 1, limit, limit + 1]);
  const atLimit = limits.filter((length) => length >= 0).map((length) => texts(length, length));
  const dateLike = fc
    .tuple(fc.integer({ min: 1895, max: 2005 }), fc.nat(14), fc.nat(33))
    .map(([year, month, day]) => `${year}-${pad(month)}-${pad(day)}`);
  return fc.oneof(
    ...atLimit,
    dateLike,
    fc.emailAddress(),
    fc.constantFrom("007", "7a", "a@b", "a@b.c", "success"),
  );
}

/** Any JSON value, the small ones first. */
function anything(): Arbitrary {
  return fc.oneof(fc.constantFrom(null, true, 0, 1, 1.5, "", "1", "true"), fc.jsonValue({ maxDepth: 2 }));
}

/** Text of so many code points, most of them not ASCII. */
function texts(minLength: number, maxLength: number): fc.Arbitrary<string> {
  const units = fc.constantFrom(
    "binary" as const,
    "grapheme-ascii" as const,
    fc.constantFrom("😀", "\u0301", "a"),
  );
  return units.chain((unit) => fc.string({ unit, minLength, maxLength }));
}

function dates(): fc.Arbitrary<Date> {
  return fc.date({ min: new Date("0000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

function defined<T extends object>(members: T): { [K in keyof T]: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;
}
