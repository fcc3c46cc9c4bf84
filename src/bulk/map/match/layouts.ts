import { showName } from "../../../contract/show-name.ts";
import type { Row } from "../../read/row.ts";
import { checkHeader, checkSocialSecurity, describeNotes } from "./check-header.ts";
import { type Layout, type LayoutOptions, layOut } from "./layout.ts";

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
  /** The header of a file only grows, so that the newest one tells what is missing in all of it. */
  const newest = new Map<string, Layout>();
  let lastFile: string | undefined;
  let last: { readonly header: readonly string[]; readonly layout: Layout } | undefined;

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
    newest.set(row.file, layout);
    return layout;
  }
  function open(row: Row): Layout {
    checkSocialSecurity(row, options.isDropped);
    const layout = layOut(row.header, options);
    known.set(row.header, layout);
    for (const name of layout.ignored) if (ignored.size < MAX_IGNORED) ignored.add(showName(name.trim()));
    return layout;
  }
  function check(row: Row, layout: Layout): void {
    checkHeader({ row, layout, ...options });
    files.set(row.file, "checked");
  }
  return {
    meet,
    of,
    ignored: () => [...ignored],
    notes: () => [...new Set([...newest.values()].flatMap((layout) => describeNotes(layout, options)))],
  };
}
