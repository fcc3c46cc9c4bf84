import { showName } from "../../../contract/show-name.ts";
import type { Row } from "../../read/row.ts";
import { checkHeader, checkSocialSecurity, describeNotes } from "./check-header.ts";
import { createExtendLayout, type LaidOut } from "./extend-layout.ts";
import { type Layout, type LayoutOptions, layOut } from "./layout.ts";
import { mergeLayouts } from "./merge-layouts.ts";

/** The layouts of all headers of a run, each made once. */
export interface Layouts {
  /** Takes note of the file of a row, malformed or not. */
  readonly meet: (row: Row) => void;
  /** The layout of a row. Throws `FileError` where its header is of no use. */
  readonly of: (row: Row) => Layout;
  readonly ignored: () => readonly string[];
  readonly notes: () => readonly string[];
}

/** Rows of JSON name their columns each for itself: a file can bring any number of names. */
const MAX_IGNORED = 1000;

export function createLayouts(options: LayoutOptions): Layouts {
  const known = new WeakMap<readonly string[], Layout>();
  const files = new Map<string, "unchecked" | "checked">();
  const ignored = new Set<string>();
  /** The newest header of each file; where rows name their columns, it grows, or another one begins. */
  const newest = new Map<string, LaidOut>();
  /** What the headers before come to. */
  const older = new Map<string, Layout>();
  const extend = createExtendLayout(options);
  let lastFile: string | undefined;
  let last: LaidOut | undefined;

  function meet({ file, isSelfNamed }: Row): void {
    if (file === lastFile) return;
    lastFile = file;
    last = undefined;
    // What a row that names its columns itself lacks is that row's own fault.
    if (!files.has(file)) files.set(file, isSelfNamed ? "checked" : "unchecked");
  }
  function of(row: Row): Layout {
    if (last?.header === row.header) return last.layout;
    const layout = known.get(row.header) ?? open(row);
    if (files.get(row.file) === "unchecked") check(row, layout);
    last = { header: row.header, layout };
    newest.set(row.file, last);
    return layout;
  }
  function open({ file, header }: Row): Layout {
    const before = newest.get(file);
    const extended = before && extend(before, header);
    const added = extended ? header.slice(before.header.length) : header;
    checkSocialSecurity({ file, header: added }, options.isDropped);
    const layout = extended ?? layOut(header, options);
    known.set(header, layout);
    if (before && !extended) older.set(file, merge(older.get(file), before.layout));
    note(layout.ignored.slice(extended ? before.layout.ignored.length : 0));
    return layout;
  }
  function note(columns: readonly string[]): void {
    for (const name of columns) if (ignored.size < MAX_IGNORED) ignored.add(showName(name.trim()));
  }
  function check(row: Row, layout: Layout): void {
    checkHeader({ row, layout, ...options });
    files.set(row.file, "checked");
  }
  return {
    meet,
    of,
    ignored: () => [...ignored],
    notes: () => [...new Set([...newest].flatMap(([file, { layout }]) => notesOf(file, layout)))],
  };

  function notesOf(file: string, layout: Layout): string[] {
    return describeNotes(merge(older.get(file), layout), options);
  }
}

function merge(before: Layout | undefined, layout: Layout): Layout {
  return before ? mergeLayouts(before, layout) : layout;
}
