import type { Brake, PlanCounts } from "./plan.ts";

/** So many people, or such a share of them, from 0 to 1. */
export type Limit = { readonly people: number } | { readonly share: number };

/** How much of a roster may be unusual. A run that passes one of them sends nothing, until somebody has looked. */
export interface BrakeLimits {
  /** Share of the people known at the destination. Default 20 %. */
  readonly maxNew: Limit;
  /** Share of the people known at the destination. Default 50 %. */
  readonly maxChanged: Limit;
  /** Share of the rows. Default 10 %. */
  readonly maxRejected: Limit;
  /** Share of the people whom the source brought before. Default 20 %. */
  readonly maxMissing: Limit;
}

/** The limits of a run that is given none. */
export const DEFAULT_LIMITS: BrakeLimits = {
  maxNew: { share: 0.2 },
  maxChanged: { share: 0.5 },
  maxRejected: { share: 0.1 },
  maxMissing: { share: 0.2 },
};

/** A share of few people is next to nobody: so many are always allowed, unless a number says otherwise. */
const ALWAYS_ALLOWED = 10;

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
  const { counts, missing, known, knownOfSource, limits, allowed } = question;
  const first = firstRunBrake(question);
  return [
    ...first,
    ...(known === 0
      ? []
      : over("max-new", counts.new, limits.maxNew, known, "new people", "known there", allowed?.new)),
    ...over(
      "max-changed",
      counts.changed,
      limits.maxChanged,
      known,
      "changed people",
      "known there",
      allowed?.changed,
    ),
    ...over("max-rejected", counts.rejected, limits.maxRejected, counts.read, "rejected rows", "of the file"),
    ...over("max-missing", missing, limits.maxMissing, knownOfSource, "missing people", "of this source"),
  ];
}

/** Nobody is known: the first run of a campus, or a state that was lost. */
function firstRunBrake({ counts, known, firstRun, allowed }: BrakeQuestion): Brake[] {
  if (known > 0 || firstRun || counts.new === 0 || counts.new <= (allowed?.new ?? 0)) return [];
  const message = `nobody is known at this destination yet, and ${counts.new} would be new there, where nobody can be deleted; if this is the first run, say so with --first-run`;
  return [{ name: "first-run", count: counts.new, limit: 0, message }];
}

function over(
  name: Exclude<Brake["name"], "first-run">,
  count: number,
  limit: Limit,
  whole: number,
  what: string,
  ofWhat: string,
  allowed = 0,
): Brake[] {
  const most = allowedPeople(limit, whole);
  if (count <= Math.max(most, allowed)) return [];
  const share = "share" in limit ? `, ${showShare(limit.share)} of the ${whole} ${ofWhat}` : "";
  const message = `${count} ${what}, and ${most} are allowed${share}; if this is right, allow it once with --${name} ${count}`;
  return [{ name, count, limit: most, message }];
}

function allowedPeople(limit: Limit, whole: number): number {
  return "people" in limit ? limit.people : Math.max(ALWAYS_ALLOWED, Math.ceil(limit.share * whole));
}

function showShare(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}
