import type { Mapping } from "../map/mapping.ts";
import { type BrakeLimits, DEFAULT_LIMITS } from "../plan/limits.ts";
import type { UncertainChoice } from "../plan/uncertain-choice.ts";
import type { RosterOptions } from "../read/open-roster.ts";
import type { Target } from "../target/target.ts";

/** What a push and the plan of it must know alike. */
export interface RunOptions extends Omit<RosterOptions, "spool"> {
  readonly target: Target;
  /** Default: columns are matched with fields by their names alone. */
  readonly mapping?: Mapping | undefined;
  /** The SQLite file that keeps what earlier runs did; beside it lie the key of its hashes and what is spooled. */
  readonly stateFile: string;
  /** Who brings these people: whoever it brought before and is not in the files is missing. Default: the file names. */
  readonly source?: string | undefined;
  /** Default: `DEFAULT_LIMITS`. */
  readonly limits?: BrakeLimits | undefined;
  /** Whether it is right that nobody is known yet. Default false. */
  readonly firstRun?: boolean | undefined;
  /** Whether people who are unchanged are sent too; refused at an API that only creates. Default false. */
  readonly full?: boolean | undefined;
  /** What to do with people who may have been created by an earlier run. Default `report`. */
  readonly uncertain?: UncertainChoice | undefined;
  /** Whether user types are taken as the state keeps them, and nobody is asked. Default false. */
  readonly offline?: boolean | undefined;
  /** So many people and rows of each kind are named; the others are counted. Default 20. */
  readonly maxExamples?: number | undefined;
}

const MAX_EXAMPLES = 20;

/** The choices of a run, made. Throws `RangeError` for one that the API cannot follow. */
export function resolveChoices(options: RunOptions) {
  const { target, full = false, firstRun = false, uncertain = "report" } = options;
  if (full && target.facts.effect === "create")
    throw new RangeError(
      `full is not for ${target.api}: it only creates people, and would create everybody a second time`,
    );
  const { limits = DEFAULT_LIMITS, maxExamples = MAX_EXAMPLES, signal } = options;
  return { target, full, firstRun, uncertain, limits, maxExamples, signal };
}
