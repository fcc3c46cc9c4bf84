import { countOf, showCount } from "./counts.ts";
import type { ProgressState } from "./progress-state.ts";
import { showRemaining } from "./show-duration.ts";

const FULL = "█";
const EMPTY = "░";
const BAR_WIDTH = 24;
const SHORT_BAR_WIDTH = 10;
const GAP = "  ";

/** What a line of progress can say, piece by piece. */
export interface ProgressPieces {
  readonly bar: string;
  readonly shortBar: string;
  readonly percent: string;
  readonly counts: string;
  readonly rate: string;
  /** The rate, and what holds it down. */
  readonly longRate: string;
  readonly remaining: string;
  /** All but the bar, for a log. */
  readonly log: string;
}

export function progressPieces({ event, share, remainingMs }: ProgressState): ProgressPieces {
  const percent = `${Math.floor(share * 100)} %`;
  const rate = showRate(event);
  const { rateLimit } = event;
  const longRate = rateLimit === undefined ? rate : `${rate}, held to ${showCount(Math.round(rateLimit))}/s`;
  const remaining = remainingMs === undefined ? "" : `${showRemaining(remainingMs)} left`;
  const counts = showCounts(event);
  const log = `${event.phase} ${percent}: ${[counts, longRate, remaining].filter(Boolean).join(", ")}`;
  const drawn = { bar: drawBar(share, BAR_WIDTH), shortBar: drawBar(share, SHORT_BAR_WIDTH) };
  return { ...drawn, percent: percent.padStart("100 %".length), counts, rate, longRate, remaining, log };
}

/** The fullest line of at most so many characters; nothing, where there is room for nothing. */
export function renderShort(pieces: ProgressPieces, maxLength: number): string {
  const { bar, shortBar, percent, counts, rate, longRate, remaining } = pieces;
  const lines = [
    [bar, percent, counts, longRate, remaining],
    [shortBar, percent, counts, longRate, remaining],
    [shortBar, percent, counts, rate, remaining],
    [percent, counts, rate, remaining],
    [percent, counts, remaining],
    [shortBar, percent, remaining],
    [percent, remaining],
    [percent],
    [percent.trim()],
  ];
  const texts = lines.map((line) => line.filter(Boolean).join(GAP));
  return texts.find((text) => text.length <= maxLength) ?? "";
}

function drawBar(share: number, width: number): string {
  const full = Math.floor(share * width);
  return FULL.repeat(full) + EMPTY.repeat(width - full);
}

function showCounts({ phase, totals }: ProgressState["event"]): string {
  if (phase === "planning") return countOf(totals.read, "row");
  const trouble = totals.uncertain > 0 ? `, ${showCount(totals.uncertain)} uncertain` : "";
  return `${showCount(totals.pushed)} pushed, ${showCount(totals.rejected)} rejected${trouble}`;
}

function showRate({ waitingMs, waitAsked, perSecond }: ProgressState["event"]): string {
  const why = waitAsked ? "as the API asks" : "before it is tried again";
  if (waitingMs) return `waiting ${showRemaining(waitingMs)}, ${why}`;
  return `${showCount(Math.round(perSecond))}/s`;
}
