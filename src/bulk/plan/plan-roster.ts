import type { PastRun, State } from "../state/state.ts";
import { findBrakes } from "./brakes.ts";
import type { BrakeLimits } from "./limits.ts";
import type { Plan } from "./plan.ts";
import { type Survey, type SurveyOptions, survey } from "./survey.ts";

export interface PlanOptions extends SurveyOptions {
  readonly state: State;
  /** Whom the roster speaks for: people of this source who are not in it are missing. */
  readonly source: string;
  readonly limits: BrakeLimits;
  readonly firstRun: boolean;
}

/** What a run would do, and what a push needs to do just that. */
export interface Planned {
  readonly plan: Plan;
  readonly survey: Survey;
}

/** Finds out what a push of a roster would do. It sends nothing and writes nothing. */
export async function planRoster(options: PlanOptions): Promise<Planned> {
  const surveyed = await survey(options);
  const { state, source, roster, target, limits, firstRun } = options;
  const { counts, examples, ...tallied } = surveyed.tally;
  const missing = roster.isMendedRejects ? { count: 0, examples: [] } : await findMissing(options, surveyed);
  const known = state.people();
  const knownOfSource = state.peopleOf(source);
  const unfinished = state.unfinishedRun(source, surveyed.input);
  const question = { counts, missing: missing.count, known, knownOfSource, limits, firstRun };
  const brakes = findBrakes({ ...question, allowed: unfinished?.allowed });
  const isEased = brakes.length < findBrakes({ ...question, allowed: undefined }).length;
  const plan: Plan = {
    destination: target.destination,
    source,
    counts,
    ...tallied,
    missing: missing.count,
    known,
    knownOfSource,
    examples: { ...examples, missing: missing.examples },
    ignoredColumns: options.mapper.ignoredColumns(),
    notes: [
      ...notesOf(state),
      ...(unfinished && isEased ? [noteOf(unfinished)] : []),
      ...options.mapper.notes(),
    ],
    brakes,
  };
  return { plan, survey: surveyed };
}

/** A lost key is a lost state, and must not look like a first run. */
function notesOf({ condition }: State): string[] {
  return condition === "keyLost"
    ? [
        "the key of the state is lost or is another one, so nobody of those pushed before is known: put the file .key back beside the state; without it everybody counts as new, and no run begins where the state has people of other destinations",
      ]
    : [];
}

/** A brake that does not hold for the sake of an earlier run must not look like one that was forgotten. */
function noteOf({ startedAt, allowed }: PastRun): string {
  const begun = new Date(startedAt).toISOString();
  return `this run continues the unfinished one of ${begun}, of the same people, and may do as much as that one: ${allowed.new} new and ${allowed.changed} changed people`;
}

async function findMissing({ state, source, maxExamples, signal }: PlanOptions, { seen }: Survey) {
  const examples: { key: string; pushedAt: number }[] = [];
  let count = 0;
  for await (const { key, pushedAt } of state.missing(source, seen)) {
    signal?.throwIfAborted();
    count += 1;
    if (examples.length < maxExamples) examples.push({ key, pushedAt });
  }
  return { count, examples };
}
