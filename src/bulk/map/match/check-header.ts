import type { Field } from "../../../contract/field.ts";
import { showName } from "../../../contract/show-name.ts";
import { FileError } from "../../file-error.ts";
import { hasRejectColumns, isRejectColumn } from "../../read/reject-columns.ts";
import type { Row } from "../../read/row.ts";
import { shown } from "../parse/read-keys.ts";
import type { AbsentColumn } from "./absent-columns.ts";
import { describeList } from "./describe-list.ts";
import type { Layout, LayoutOptions } from "./layout.ts";
import { findNearMisses, type NearMiss } from "./near-misses.ts";
import { holdsSocialSecurity } from "./social-security.ts";

const SEPARATORS = [
  [";", "semicolons"],
  ["\t", "tabs"],
  ["|", "bars"],
  [",", "commas"],
] as const;

type Known = Pick<LayoutOptions, "fields" | "mapping">;

interface HeaderCheck extends Known {
  readonly row: Pick<Row, "file" | "header">;
  readonly layout: Layout;
  readonly isDropped: (column: string) => boolean;
}

/** Refuses the header of a table by which people would be sent wrongly or not at all. Throws `FileError`. */
export function checkHeader({
  row: { file, header },
  layout,
  fields,
  mapping,
  isDropped,
}: HeaderCheck): void {
  const refuse = (message: string): never => {
    throw new FileError(`${file}: ${message}`);
  };
  const found = `${describeHeader(header, layout)}${separatorHint(header)}`;
  const [fault] = layout.faults;
  if (fault) refuse(fault);
  const missing = missingFields(layout, fields);
  if (missing.length > 0)
    refuse(`${describeMissing(missing, layout, findNearMisses(layout, { fields, mapping }))}; ${found}`);
  const isMended = hasRejectColumns(header);
  const absent = layout.absent.find(
    ({ optional, columns }) => !optional && !(isMended && columns.some(isDropped)),
  );
  if (absent) refuse(`${describeAbsent(absent)}, and the header has no such column; ${found}`);
  if (layout.sentColumns === 0) refuse(`no column of the header is a field; ${found}`);
}

/** Refuses a column that nobody may send, whatever kind of file it is in. Throws `FileError`. */
export function checkSocialSecurity(
  { file, header }: Pick<Row, "file" | "header">,
  isDropped: (column: string) => boolean,
): void {
  const column = header.find((name) => holdsSocialSecurity(name) && !isDropped(name));
  if (column === undefined) return;
  const name = showName(column.trim());
  throw new FileError(
    `${file}: the column ${name} seems to hold social-security numbers, which are never sent; ` +
      `remove it from the file, or name it under \`drop\` in a mapping, so that it is in no output`,
  );
}

/** What a run should say of headers that it takes: a column is misspelt, or the mapping names one that is not there. */
export function describeNotes(layout: Layout, known: Known): string[] {
  const guesses = findNearMisses(layout, known).map(
    ({ column, field }) => `the column ${showName(column.trim())} is not sent; did you mean ${field}?`,
  );
  return [...guesses, ...describeAbsentColumns(layout)];
}

function describeAbsentColumns({ absent }: Layout): string[] {
  return absent.flatMap(({ columns, use, optional }) => {
    const list = describeColumns(columns);
    if ("reason" in use) return [`there is no column ${list}, so no row is left out as ${shown(use.reason)}`];
    if (optional) return [];
    return [
      `there is no column ${list}, ${"field" in use ? `so ${use.field} is not sent` : "which the mapping drops"}`,
    ];
  });
}

function missingFields({ steps }: Layout, fields: readonly Field[]): Field[] {
  const filled = new Set(steps.flatMap(({ field }) => [field.name, field.aliasOf]));
  return fields.filter(({ name, required }) => required && !filled.has(name));
}

function describeMissing(missing: readonly Field[], { absent }: Layout, misses: readonly NearMiss[]): string {
  const hints = missing.flatMap((field) => [...hintFor(field, absent), ...guessFor(field, misses)]);
  const names = missing.map(({ name }) => name).join(" and ");
  return `the header has no column for ${names}${hints.length > 0 ? ` (${hints.join("; ")})` : ""}`;
}

/** A mapping may take it from a column that is not there; a password is in no roster. */
function hintFor({ name, rule }: Field, absent: readonly AbsentColumn[]): string[] {
  const asked = absent.find(({ use }) => "field" in use && use.field === name);
  if (asked) return [describeAbsent(asked)];
  return "password" in rule ? [`\`${name}: { random: password }\` in a mapping makes one up`] : [];
}

function guessFor({ name }: Field, misses: readonly NearMiss[]): string[] {
  const miss = misses.find(({ field }) => field === name);
  return miss ? [`is ${showName(miss.column.trim())} meant?`] : [];
}

function describeAbsent({ columns, use }: AbsentColumn): string {
  const list = describeColumns(columns);
  if ("field" in use) return `the mapping takes ${use.field} from ${list}`;
  return "reason" in use ? `the mapping leaves rows out by ${list}` : `the mapping drops ${list}`;
}

function describeColumns(columns: readonly string[]): string {
  return columns.map((column) => showName(column)).join(" or ");
}

/** Where the header is missing, its place is taken by the first person. */
function describeHeader(header: readonly string[], { sentColumns }: Layout): string {
  const names = header.filter((name) => name.trim() !== "" && !isRejectColumn(name));
  if (sentColumns > 0 || names.length === 0) return `it has: ${describeList(names)}`;
  return (
    `none of what stands there (${names.length === 1 ? "1 cell" : `${names.length} cells`}) is the name of a field or of a column ` +
    "that the mapping takes, so it may be a person and is not shown. The first row must name the columns; " +
    "`userpush fields` lists the fields"
  );
}

/** One cell with separators in it is not a header of one column. */
function separatorHint(header: readonly string[]): string {
  const separator = header.length === 1 && SEPARATORS.find(([character]) => header[0]?.includes(character));
  return separator
    ? `. Its cells seem to be separated by ${separator[1]}: say so, or save the file with commas`
    : "";
}
