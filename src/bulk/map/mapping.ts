import type { Field } from "../../contract/field.ts";
import type { ScalarType } from "../../contract/rule.ts";
import type { Century } from "./convert/century.ts";
import type { DateFormat } from "./convert/date-format.ts";

/** What an empty cell comes to: it is left out of the record, or sent as empty text. */
export const EMPTY_CHOICES = ["omit", "send"] as const;
export type EmptyChoice = (typeof EMPTY_CHOICES)[number];

/** What becomes of a value that a table does not hold: the row is rejected, the field left out, the value kept. */
export const OTHERWISE_CHOICES = ["reject", "omit", "keep"] as const;
export type Otherwise = (typeof OTHERWISE_CHOICES)[number];

/** One of the columns that are joined. */
export interface JoinPart {
  readonly column: string;
  /** Stands before its value, where there is one. */
  readonly prefix: string;
}

/** Where the value of a field comes from. */
export type Source =
  /** The first of these columns that is there and not empty. */
  | { readonly kind: "columns"; readonly columns: readonly string[] }
  /** Those that are not empty, with a separator between them. */
  | { readonly kind: "join"; readonly parts: readonly JoinPart[]; readonly separator: string }
  | { readonly kind: "constant"; readonly text: string }
  /** A password, made up anew each time. */
  | { readonly kind: "random" };

/** A field of the API, or one attribute in a field that is a list of them, as in `custom_attributes.age`. */
export interface FieldTarget {
  readonly field: Field;
  readonly attribute?: string;
}

/** How one field is filled. */
export interface FieldMapping extends FieldTarget {
  readonly source: Source;
  /** Sent where the cell is empty. */
  readonly default?: string | undefined;
  /** The keys in lower case. */
  readonly table?:
    | { readonly values: ReadonlyMap<string, string>; readonly otherwise: Otherwise }
    | undefined;
  readonly date?:
    | { readonly formats: readonly DateFormat[]; readonly century: Century | undefined }
    | undefined;
  /** The type of the one id that is taken out of a list such as `{LDAP:x},{Fed:y}`. */
  readonly entry?: string | undefined;
  /** Whether the value is a name, to be replaced by the id behind it. */
  readonly lookup: boolean;
  /** The type of an attribute; without one it has that of its cell. */
  readonly type?: ScalarType | undefined;
  readonly empty?: EmptyChoice | undefined;
  readonly trim?: boolean | undefined;
  /** Whether a header without any of its columns is fine: presets name columns that an export may have. */
  readonly optional: boolean;
}

/** What a cell is tested for. Texts are compared without blanks around them, whatever their case. */
export type CellTest =
  | { readonly test: "is" | "is not"; readonly values: ReadonlySet<string> }
  | { readonly test: "empty" | "not empty" };

/** When a row is left out. */
export type Condition = { readonly column: string } & CellTest;

export interface SkipRule {
  /** Rows are left out where it holds; nothing where a preset's rule is turned off. */
  readonly condition: Condition | undefined;
  /** Whether a header without its column is fine, as with fields. */
  readonly optional: boolean;
}

/** A column that is in no output. */
export interface DropRule {
  readonly column: string;
  /** Whether a header without it is fine, as with fields; a mistyped one would be sent. */
  readonly optional: boolean;
}

/** How rows become records. `parseMapping` makes it from YAML. */
export interface Mapping {
  /** Its file, for messages. */
  readonly name: string;
  /** By field, or by `field.attribute`. */
  readonly fields: ReadonlyMap<string, FieldMapping>;
  /** By the reason that is counted. */
  readonly skips: ReadonlyMap<string, SkipRule>;
  readonly drop: readonly DropRule[];
  /** Fields that are not sent, by whichever of their names, whatever columns there are; each by its root. */
  readonly omit: readonly string[];
  /** Default `omit`. */
  readonly empty?: EmptyChoice | undefined;
  /** Whether blanks around cells are dropped. Default true. */
  readonly trim?: boolean | undefined;
}

/** The names of what a mapping can fill: `email`, `custom_attributes.age`. */
export function targetName({ field, attribute }: FieldTarget): string {
  return attribute === undefined ? field.name : `${field.name}.${attribute}`;
}

/** Whether a mapping speaks of user types by name, so that their list is needed. */
export function needsUserTypes(mapping: Mapping | undefined): boolean {
  return [...(mapping?.fields.values() ?? [])].some(({ lookup }) => lookup);
}

/** Fields that are made up anew for each push: they are no part of any hash. */
export function randomFields(mapping: Mapping | undefined): readonly string[] {
  return [...(mapping?.fields.values() ?? [])].flatMap(({ source, field }) =>
    source.kind === "random" ? field.name : [],
  );
}
