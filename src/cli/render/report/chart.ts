import { countOf, showCount } from "../counts.ts";
import { showDuration } from "../show-duration.ts";
import { type Html, html, NOTHING } from "./html.ts";
import { countTicks, timeTicks } from "./ticks.ts";
import type { TimelinePoint } from "./timeline.ts";

/** The plane that the curves are drawn in; the page stretches it to its width, and its texts stand outside of it. */
const WIDTH = 1_000;
const HEIGHT = 100;
const MAX_COUNT_TICKS = 4;
const MAX_TIME_TICKS = 7;

/** Shorter runs have no course to show, and what a moment came to is no rate. */
const MIN_POINTS = 2;
const MIN_DURATION_MS = 2_000;

/** The run over time: answers per second, the rate it held itself to, and when answers were refusals. */
export function renderChart(points: readonly TimelinePoint[]): Html {
  const durationMs = points.at(-1)?.untilMs ?? 0;
  if (points.length < MIN_POINTS || durationMs < MIN_DURATION_MS) return NOTHING;
  const most = Math.max(...points.map(({ answersPerSecond }) => answersPerSecond));
  const counts = countTicks(
    Math.max(most, ...limitsOf(points).filter((limit) => limit < 1.5 * most)),
    MAX_COUNT_TICKS,
  );
  const scale = createScale(durationMs, counts.at(-1) ?? 1);
  return html`<section aria-labelledby="course">
<h2 id="course">The run over time</h2>
<p class="note">${caption(points, most)}</p>
<figure class="chart">
${renderLegend(points)}
<div class="plot">
${counts.map((count) => html`<span class="count" style="top:${scale.y(count)}%">${showCount(count)}</span>`)}
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${caption(points, most)}">
${counts.map((count) => html`<path class="grid" d="M0 ${scale.y(count)}H${WIDTH}"/>`)}
<path class="area" d="${areaPath(points, scale)}"/>
<path class="curve" d="${curvePath(points, scale)}"/>
${limitsOf(points).length > 0 ? html`<path class="limit" d="${limitPath(points, scale)}"/>` : NOTHING}
</svg>
</div>
${renderLane("throttled", "slow down", points, scale)}
${renderLane("rejected", "rejected", points, scale)}
<div class="times">${timeTicks(durationMs, MAX_TIME_TICKS).map((time) => html`<span style="left:${scale.x(time) / 10}%">${time === 0 ? "0" : showDuration(time)}</span>`)}</div>
</figure>
</section>`;
}

interface Scale {
  readonly x: (timeMs: number) => number;
  readonly y: (answersPerSecond: number) => number;
}

/** A tenth of a unit is finer than a pixel. */
function createScale(durationMs: number, most: number): Scale {
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    x: (timeMs) => round((timeMs / durationMs) * WIDTH),
    y: (answersPerSecond) => round(Math.max(0, 1 - answersPerSecond / most) * HEIGHT),
  };
}

function middle({ fromMs, untilMs }: TimelinePoint): number {
  return (fromMs + untilMs) / 2;
}

function curvePath(points: readonly TimelinePoint[], { x, y }: Scale): string {
  const [first, last] = [points[0], points.at(-1)];
  const start = first ? `M0 ${y(first.answersPerSecond)}` : "";
  const end = last ? `H${WIDTH}` : "";
  return `${start}${points.map((point) => `L${x(middle(point))} ${y(point.answersPerSecond)}`).join("")}${end}`;
}

function areaPath(points: readonly TimelinePoint[], scale: Scale): string {
  return `${curvePath(points, scale)}V${HEIGHT}H0Z`;
}

/** In steps, and with a gap where there was no limit; one far above the answers is beyond the plane. */
function limitPath(points: readonly TimelinePoint[], { x, y }: Scale): string {
  return points
    .map(({ fromMs, untilMs, rateLimit }, index) => {
      if (rateLimit === undefined) return "";
      const isOpen = points[index - 1]?.rateLimit !== undefined;
      return `${isOpen ? "L" : "M"}${x(fromMs)} ${y(rateLimit)}H${x(untilMs)}`;
    })
    .join("");
}

function limitsOf(points: readonly TimelinePoint[]): number[] {
  return points.flatMap(({ rateLimit }) => rateLimit ?? []);
}

/** When something happened, darker where it happened more often. */
function renderLane(
  name: "throttled" | "rejected",
  title: string,
  points: readonly TimelinePoint[],
  { x }: Scale,
): Html {
  const most = Math.max(...points.map((point) => point[name]));
  if (most === 0) return NOTHING;
  const marks = points.filter((point) => point[name] > 0);
  return html`<div class="lane ${name}"><span>${title}</span>
<svg viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none" aria-hidden="true">${marks.map((point) => html`<rect x="${x(point.fromMs)}" width="${Math.max(3, x(point.untilMs) - x(point.fromMs))}" height="10" opacity="${(0.35 + (0.65 * point[name]) / most).toFixed(2)}"/>`)}</svg></div>`;
}

function renderLegend(points: readonly TimelinePoint[]): Html {
  const limit =
    limitsOf(points).length > 0 ? html`<span class="key limit">rate it held itself to</span>` : NOTHING;
  return html`<figcaption><span class="key curve">answers per second</span>${limit}</figcaption>`;
}

function caption(points: readonly TimelinePoint[], most: number): string {
  const durationMs = points.at(-1)?.untilMs ?? 1;
  const answers = points.reduce(
    (sum, { answersPerSecond, fromMs, untilMs }) => sum + answersPerSecond * (untilMs - fromMs),
    0,
  );
  const throttled = points.reduce((sum, point) => sum + point.throttled, 0);
  const asked = throttled > 0 ? ` ${countOf(throttled, "answer")} asked to slow down.` : "";
  return `${showRate(answers / durationMs)} answers per second on average, ${showRate(most)} at most.${asked}`;
}

function showRate(perSecond: number): string {
  return perSecond < 10 ? String(Number(perSecond.toFixed(1))) : showCount(Math.round(perSecond));
}
