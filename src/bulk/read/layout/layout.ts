export const FORMATS = ["csv", "jsonl", "json", "xlsx"] as const;

/** `csv` is any text of rows and cells, whatever parts them; `json` is one array of objects; `jsonl` an object a line. */
export type RosterFormat = (typeof FORMATS)[number];

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;

export type RosterEncoding = (typeof ENCODINGS)[number];

/** The rarer one stands in prose, the more it says where it stands in a header. */
export const DELIMITERS = ["\t", "|", ";", ","] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/** How the bytes of a file become rows. */
export type Layout =
  | { readonly format: "xlsx" }
  | ({ readonly format: "csv"; readonly delimiter: Delimiter } & TextLayout)
  | ({ readonly format: "jsonl" | "json" } & TextLayout);

interface TextLayout {
  readonly isGzip: boolean;
  readonly encoding: RosterEncoding;
}

/** What the person says of all files of a run; whatever is left out is found from the bytes, for each file. */
export interface LayoutWishes {
  readonly format?: RosterFormat | undefined;
  readonly encoding?: RosterEncoding | undefined;
  /** Only for `csv`. */
  readonly delimiter?: Delimiter | undefined;
}
