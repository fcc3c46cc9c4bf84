import type { Conflicts } from "../check/conflicts.ts";
import type { Mapper } from "../map/create-mapper.ts";
import type { PersonRecord } from "../map/mapped.ts";
import type { Row } from "../read/row.ts";
import type { Reason } from "../reason.ts";
import type { Hash, KnownPerson, State } from "../state/state.ts";
import type { Target } from "../target/target.ts";
import type { PushAction } from "./plan.ts";
import type { UncertainChoice } from "./uncertain-choice.ts";

/** A person of the roster: who it is, what would be sent, and what is known. */
export interface Person {
  readonly key: string;
  readonly record: PersonRecord;
  readonly hash: Hash;
  readonly known: KnownPerson | undefined;
  readonly warnings: readonly string[];
}

/** What shall become of a row. */
export type Judged =
  | {
      readonly verdict: "skipped";
      readonly reason: string;
      /** Whose row it is, where that is not told by another row and can be read; most of the time nobody asks. */
      readonly findKey?: () => string | undefined;
    }
  | { readonly verdict: "rejected"; readonly reasons: readonly Reason[]; readonly key?: string }
  | ({ readonly verdict: "unchanged" } & Person)
  | ({ readonly verdict: "frozen" } & Person)
  | ({ readonly verdict: "uncertain" } & Person)
  | ({ readonly verdict: "send"; readonly action: PushAction } & Person);

export interface JudgeOptions {
  readonly mapper: Mapper;
  readonly target: Target;
  readonly state: Pick<State, "hasher" | "find">;
  /** Whether people who are unchanged are sent too. */
  readonly full: boolean;
  readonly uncertain: UncertainChoice;
}

/** Two rows of one person that agree are one record, and the others are left out. */
const DUPLICATE = "the same person as in an earlier row";

/**
 * Makes the step that decides about a row: map, check, compare with the other rows of the roster and with what earlier
 * runs did. Plan and push use the same one, so that a push does what its plan said.
 */
export function createJudge(options: JudgeOptions): (row: Row, conflicts?: Conflicts) => Judged {
  const { mapper, target, state } = options;
  const createsOnly = target.facts.effect === "create";

  function judgeRow(row: Row, conflicts?: Conflicts): Judged {
    const mapped = mapper.map(row);
    if (mapped.kind === "skipped") {
      const { reason, rest } = mapped;
      return { verdict: "skipped", reason, findKey: () => knownKey(rest?.()).key };
    }
    if (mapped.kind === "rejected")
      return { verdict: "rejected", reasons: mapped.reasons, ...knownKey(mapped.rest) };
    const { record } = mapped;
    const { reasons, warnings } = target.check(record);
    if (reasons.length > 0) return { verdict: "rejected", reasons, ...knownKey(record) };
    const key = target.keyOf(record);
    const hash = state.hasher.record(record);
    const against = conflicts?.judge({ place: row, key, record, hash });
    if (against?.kind === "duplicate") return { verdict: "skipped", reason: DUPLICATE };
    if (against) return { verdict: "rejected", reasons: against.reasons, key };
    return judgePerson({ key, record, hash, known: state.find(key), warnings });
  }
  /** Who is rejected or left out may lack what identifies a person. */
  function knownKey(record: PersonRecord = {}): { readonly key?: string } {
    const isWhole = target.facts.identity.every((name) => record[name] !== undefined);
    return isWhole ? { key: target.keyOf(record) } : {};
  }
  function judgePerson(person: Person): Judged {
    const { known, hash } = person;
    if (!known) return { verdict: "send", action: "new", ...person };
    if (known.uncertain) return judgeUncertain(person);
    if (known.hash !== hash)
      return createsOnly
        ? { verdict: "frozen", ...person }
        : { verdict: "send", action: "changed", ...person };
    return options.full
      ? { verdict: "send", action: "again", ...person }
      : { verdict: "unchanged", ...person };
  }
  function judgeUncertain(person: Person): Judged {
    if (options.uncertain === "resend") return { verdict: "send", action: "new", ...person };
    return { verdict: options.uncertain === "delivered" ? "unchanged" : "uncertain", ...person };
  }
  return judgeRow;
}
