import { alignColumns } from "./text-table.ts";

/** The files that a run left; absent where there is none. */
export interface LeftBehind {
  readonly rejects?: string | undefined;
  readonly audit?: string | undefined;
  readonly report?: string | undefined;
}

/** Where they are, and what for. */
export function renderLeftBehind({ rejects, audit, report }: LeftBehind): string[] {
  const rows = [
    ...(rejects ? [["rejects", rejects, "correct it, and push that file"]] : []),
    ...(report ? [["report", report]] : []),
    ...(audit ? [["audit", audit]] : []),
  ];
  return rows.length > 0 ? ["Written", ...alignColumns(rows).map((line) => `  ${line}`), ""] : [];
}
