import { showCount } from "./counts.ts";
import type { ReasonGroup } from "./reason-groups.ts";
import { alignColumns, createPlacer } from "./text-table.ts";

const GAP = "  ";

/** What is odd about rows that were sent, the most frequent first: how many, what, and the first of them, by place and key. */
export function renderWarnings(groups: readonly ReasonGroup[]): string[] {
  if (groups.length === 0) return [];
  const width = Math.max(...groups.map(({ count }) => showCount(count).length));
  return ["Sent, with a warning", ...groups.flatMap((group) => renderGroup(group, width)), ""];
}

function renderGroup({ message, count, rows }: ReasonGroup, width: number): string[] {
  const placeOf = createPlacer(rows);
  const more = count - rows.length;
  const named = [
    ...alignColumns(rows.map((row) => [placeOf(row), row.key])),
    ...(more > 0 && rows.length > 0 ? [`and ${showCount(more)} more`] : []),
  ];
  const indent = " ".repeat(width) + GAP;
  return [showCount(count).padStart(width) + GAP + message, ...named.map((line) => indent + line)].map(
    (line) => GAP + line,
  );
}
