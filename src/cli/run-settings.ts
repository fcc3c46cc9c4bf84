import { resolveMapping } from "../bulk/map/parse/resolve-mapping.ts";
import type { BrakeLimits } from "../bulk/plan/limits.ts";
import type { RunOptions } from "../bulk/run/run-options.ts";
import type { Target } from "../bulk/target/target.ts";
import type { PLAN } from "./commands/plan.ts";
import type { Io } from "./io.ts";
import { toLayoutWishes } from "./layout-wishes.ts";
import { readText } from "./settings/read-text.ts";
import type { Settings } from "./settings/resolve-settings.ts";

export type RunSettings = Settings<typeof PLAN>;

/** Whatever the four limits say; who is new at an empty state is another question. */
const NO_LIMITS: BrakeLimits = {
  maxNew: { people: Number.POSITIVE_INFINITY },
  maxChanged: { people: Number.POSITIVE_INFINITY },
  maxRejected: { people: Number.POSITIVE_INFINITY },
  maxMissing: { people: Number.POSITIVE_INFINITY },
};

/** What push and plan are told alike, in the words of a run. Throws `UsageError`, and `MappingError`. */
export async function toRunOptions(settings: RunSettings, target: Target, io: Io): Promise<RunOptions> {
  const { values, map, preset, state, ignoreBrakes } = settings;
  const { maxNew, maxChanged, maxRejected, maxMissing } = settings;
  const own = map === undefined ? undefined : { name: map, text: (await readText(map)).text };
  return {
    target,
    files: values,
    ...toLayoutWishes(settings),
    mapping: resolveMapping({ fields: target.fields, preset, own }),
    stateFile: state,
    source: settings.source,
    limits: ignoreBrakes ? NO_LIMITS : { maxNew, maxChanged, maxRejected, maxMissing },
    firstRun: settings.firstRun,
    full: settings.full,
    uncertain: settings.uncertain,
    offline: settings.offline,
    maxExamples: Math.min(io.maxListed, MAX_EXAMPLES),
    signal: io.signal,
  };
}

/** A list for programs ends too: a plan of a million people names some, and counts all. */
const MAX_EXAMPLES = 1_000;
