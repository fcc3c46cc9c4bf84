import type { BrakeLimits, Limit } from "./limits.ts";
import type { Brake, PlanCounts } from "./plan.ts";

export interface BrakeQuestion {
  readonly counts: PlanCounts;
  readonly missing: number;
  readonly known: number;
  readonly knownOfSource: number;
  readonly limits: BrakeLimits;
  /** Whether the person said that nobody is known yet, and that this is right. */
  readonly firstRun: boolean;
  /** What the unfinished run that this one continues was allowed. */
  readonly allowed: { readonly new: number; readonly changed: number } | undefined;
}

/** Everything that speaks against beginning: people are never deleted there, so a mistake stays. */
export function findBrakes(question: BrakeQuestion): Brake[] {
  const { counts, missing, known, limits, allowed } = question;
  const ofKnown = { whole: known, ofWhat: "known there" };
  const ofFile = { whole: counts.read, ofWhat: "rows of the file" };
  const ofSource = { whole: question.knownOfSource, ofWhat: "people of this source" };
  const before = { new: allowed?.new ?? 0, changed: allowed?.changed ?? 0 };
  const news = { count: counts.new, what: "new", ...ofKnown, limit: limits.maxNew, before: before.new };
  return [
    ...firstRunBrake(question),
    ...(known === 0 ? [] : over({ name: "max-new", ...news })),
    ...over({
      name: "max-changed",
      count: counts.changed,
      what: "changed",
      ...ofKnown,
      limit: limits.maxChanged,
      before: before.changed,
    }),
    ...over({
      name: "max-rejected",
      count: counts.rejected,
      what: "rejected",
      ...ofFile,
      limit: limits.maxRejected,
    }),
    ...over({ name: "max-missing", count: missing, what: "missing", ...ofSource, limit: limits.maxMissing }),
  ];
}

/** Nobody is known: the first run of a campus, or a state that was lost. */
function firstRunBrake({ counts, known, firstRun, allowed }: BrakeQuestion): Brake[] {
  if (known > 0 || firstRun || counts.new === 0 || counts.new <= (allowed?.new ?? 0)) return [];
  const message = `nobody is known at this destination yet, and ${counts.new} would be new there, where nobody can be deleted; if this is the first run, say so with --first-run`;
  return [{ name: "first-run", count: counts.new, limit: 0, message }];
}

interface Measured {
  readonly name: Exclude<Brake["name"], "first-run">;
  readonly count: number;
  readonly what: string;
  readonly limit: Limit;
  readonly whole: number;
  readonly ofWhat: string;
  /** What the unfinished run that this one continues was allowed. */
  readonly before?: number;
}

function over({ name, count, what, limit, whole, ofWhat, before = 0 }: Measured): Brake[] {
  const most = allowedPeople(limit, whole);
  if (count <= Math.max(most, before)) return [];
  const came = `${count} ${what} ${nounOf(name, count)}`;
  const message = `${came}, and ${describeLimit(limit, whole, ofWhat)}; if this is right, allow it once with --${name} ${count}`;
  return [{ name, count, limit: most, message }];
}

function nounOf(name: Brake["name"], count: number): string {
  if (name === "max-rejected") return count === 1 ? "row" : "rows";
  return count === 1 ? "person" : "people";
}

function allowedPeople(limit: Limit, whole: number): number {
  return "people" in limit ? limit.people : Math.max(limit.atLeast ?? 0, shareOf(limit.share, whole));
}

function shareOf(share: number, whole: number): number {
  return Math.ceil(share * whole);
}

/** Where the floor is what counts, the share alone would be wrong arithmetic. */
function describeLimit(limit: Limit, whole: number, ofWhat: string): string {
  const most = allowedPeople(limit, whole);
  const are = most === 1 ? "is" : "are";
  if ("people" in limit) return `${most} ${are} allowed`;
  const share = `${showShare(limit.share)} of the ${whole} ${ofWhat}`;
  const own = shareOf(limit.share, whole);
  if (most === own) return `${most} ${are} allowed, ${share}`;
  return `${most} ${are} always allowed, more than the ${own} that make ${share}`;
}

function showShare(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}
