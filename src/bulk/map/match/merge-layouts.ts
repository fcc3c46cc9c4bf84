import type { AbsentColumn } from "./absent-columns.ts";
import type { Layout } from "./layout.ts";

/** What is kept of the columns of a file that are not sent: its rows can name any number. */
const MAX_IGNORED = 1000;

/** What several headers of one file come to together, for what is said of the file; no row is read by it. */
export function mergeLayouts(one: Layout, other: Layout): Layout {
  const steps = new Map([...one.steps, ...other.steps].map((step) => [step.name, step]));
  const ignored = new Set([...one.ignored, ...other.ignored]);
  const absent = new Set(other.absent.map(keyOf));
  return {
    ...other,
    steps: [...steps.values()],
    ignored: [...ignored].slice(0, MAX_IGNORED),
    absent: one.absent.filter((column) => absent.has(keyOf(column))),
  };
}

function keyOf({ columns, use }: AbsentColumn): string {
  return JSON.stringify([columns, use]);
}
