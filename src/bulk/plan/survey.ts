import { claimsOf, claimText } from "../check/claims.ts";
import { type Conflicts, createConflicts } from "../check/conflicts.ts";
import { createSeenFilter, type SeenFilter } from "../check/seen-filter.ts";
import type { Roster } from "../read/roster.ts";
import type { Row } from "../read/row.ts";
import { createSeenPeople } from "../state/seen-people.ts";
import type { KnownPerson, SeenPeople, State } from "../state/state.ts";
import { createInputDigest } from "./input-digest.ts";
import { createJudge, type Judged, type JudgeOptions } from "./judge.ts";
import { createTally, type Tally } from "./tally.ts";

export interface SurveyOptions extends JudgeOptions {
  readonly state: Pick<State, "hasher" | "find" | "people">;
  readonly roster: Roster;
  readonly maxExamples: number;
  /** Called after each batch of rows. */
  readonly onProgress: (rows: number) => void;
  /** Ends the survey: it throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** What a whole roster comes to, before anything of it is sent. */
export interface Survey {
  readonly tally: ReturnType<Tally["result"]>;
  readonly conflicts: Conflicts;
  /** The known people who are in the roster, rejected and left out ones as well. */
  readonly seen: SeenPeople;
  /** The digest of its records. */
  readonly input: string;
}

/**
 * Reads a roster once, and decides about each row as if it stood alone. Where rows seem to claim the same thing, which is
 * rare, it reads it once more to gather who claims it, and, if that is so, a third time to decide again.
 */
export async function survey(options: SurveyOptions): Promise<Survey> {
  const filter = createSeenFilter(options.roster.bytes);
  const suspicion = createSuspicion(options, filter);
  const none = createConflicts(options.target, suspicion.suspects);
  const first = await surveyOnce(options, none, suspicion.meet).finally(filter.release);
  const { suspects } = suspicion;
  if (suspects.size === 0) return first;
  const conflicts = await gatherConflicts(options, suspects);
  return conflicts.any() ? surveyOnce(options, conflicts) : first;
}

type OnJudged = (judged: Judged) => void;

async function surveyOnce(
  options: SurveyOptions,
  conflicts: Conflicts,
  onJudged?: OnJudged,
): Promise<Survey> {
  const { state, maxExamples } = options;
  const tally = createTally(state.hasher, maxExamples);
  const isAnybodyKnown = state.people() > 0;
  const seen = createSeenPeople();
  const input = createInputDigest();
  await forEachRow(options, conflicts, (row, judged) => {
    tally.add(row, judged);
    onJudged?.(judged);
    if ("hash" in judged) input.add(judged.hash);
    const known = "record" in judged ? judged.known : knownOf(judged);
    if (known) seen.add(known.id);
  });
  /** Who is not sent is in the roster all the same, and not missing. A row without a readable key is nobody's. */
  function knownOf(judged: Extract<Judged, { verdict: "skipped" | "rejected" }>): KnownPerson | undefined {
    if (!isAnybodyKnown) return undefined;
    const key = judged.verdict === "skipped" ? judged.findKey?.() : judged.key;
    return key === undefined ? undefined : state.find(key);
  }
  return { tally: tally.result(), conflicts, seen, input: input.result() };
}

/** Gathers what may have been claimed before. */
function createSuspicion(
  { target }: SurveyOptions,
  filter: SeenFilter,
): { readonly suspects: ReadonlySet<string>; readonly meet: OnJudged } {
  const suspects = new Set<string>();
  function meet(judged: Judged): void {
    if (!("record" in judged)) return;
    for (const claim of claimsOf(judged.record, judged.key, target)) {
      const text = claimText(claim);
      if (filter.add(text)) suspects.add(text);
    }
  }
  return { suspects, meet };
}

async function gatherConflicts(options: SurveyOptions, suspects: ReadonlySet<string>): Promise<Conflicts> {
  const conflicts = createConflicts(options.target, suspects);
  await forEachRow(options, undefined, (place, judged) => {
    if ("record" in judged) conflicts.add({ place, ...judged });
  });
  return conflicts;
}

async function forEachRow(
  options: SurveyOptions,
  conflicts: Conflicts | undefined,
  take: (row: Row, judged: Judged) => void,
): Promise<void> {
  const judge = createJudge(options);
  let rows = 0;
  for await (const batch of options.roster.rows()) {
    options.signal?.throwIfAborted();
    for (const row of batch) take(row, judge(row, conflicts));
    rows += batch.length;
    options.onProgress(rows);
  }
}
