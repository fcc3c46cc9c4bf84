import type { FinishedEvent } from "../../../bulk/run-event.ts";
import { HOW_TO_CONTINUE } from "../advice.ts";
import { countOf, showCount } from "../counts.ts";

/** How a run ended, in words. */
export interface Ending {
  readonly tone: "good" | "attention" | "stopped";
  readonly title: string;
  /** What happened and how to go on; empty where there is nothing to do. */
  readonly detail: string;
}

export function endingOf(finished: FinishedEvent | undefined): Ending {
  if (!finished) return UNKNOWN;
  const { stop, totals } = finished;
  if (stop?.reason === "braked")
    return {
      tone: "stopped",
      title: "Stopped by a brake, before anything was sent",
      detail: `${sentence(stop.message)}.`,
    };
  if (stop)
    return {
      tone: "stopped",
      title: "Stopped before the end",
      detail: `${sentence(stop.message)}. ${HOW_TO_CONTINUE[stop.reason]}`,
    };
  const open = totals.rejected + totals.uncertain;
  if (open === 0) return { tone: "good", title: "Finished; nothing is left to do", detail: "" };
  return {
    tone: "attention",
    title: `Finished; ${countOf(open, "row needs", "rows need")} somebody`,
    detail: `${showCount(totals.rejected)} rejected, ${showCount(totals.uncertain)} uncertain. Below is why, and what to do.`,
  };
}

const UNKNOWN: Ending = {
  tone: "stopped",
  title: "The run did not come to its end",
  detail: "What follows is how far it was known to be. Run it again to go on.",
};

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
