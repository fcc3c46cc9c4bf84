import type { PersonRecord } from "../map/mapped.ts";
import type { Place } from "../plan/plan.ts";
import type { Reason } from "../reason.ts";
import type { Hash } from "../state/state.ts";
import { type Claim, type ClaimRules, claimsOf, claimText } from "./claims.ts";
import { showPlaces } from "./show-places.ts";

/** More places are not named: a message is there to find the mistake. */
const MAX_PLACES = 5;

/** A record that could be sent if no other row spoke against it. */
export interface Claimant {
  readonly place: Place;
  readonly key: string;
  readonly record: PersonRecord;
  /** Equal for equal records. */
  readonly hash: Hash;
}

/** What the other rows of a roster say against one. */
export type Verdict =
  | { readonly kind: "duplicate" }
  | { readonly kind: "rejected"; readonly reasons: readonly Reason[] };

/** The rows that claim what another row claims, gathered over a whole roster. */
export interface Conflicts {
  /** Adds a row. To be called for each claimant of the roster, in order, before the first is judged. */
  readonly add: (claimant: Claimant) => void;
  readonly judge: (claimant: Claimant) => Verdict | undefined;
  /** Whether any row has anything against it. */
  readonly any: () => boolean;
}

/** Everybody who claims one thing. Of the people only what tells them apart is kept. */
interface Group {
  readonly key: string;
  readonly hash: Hash;
  /** As the first of them spells it. */
  readonly written: string;
  /** The first of them, in order. */
  readonly places: [Place, ...Place[]];
  rows: number;
  /** Whether the rows of one key contradict each other. */
  recordsDiffer: boolean;
  /** Whether one value is claimed by different people. */
  keysDiffer: boolean;
  /** Whether what they claim is spelled in several ways. */
  spellingsDiffer: boolean;
}

/** What differs among the rows of a group that has one row. */
const ALIKE = { recordsDiffer: false, keysDiffer: false, spellingsDiffer: false };

/** Gathers groups for the suspects alone: nearly every claim of a roster is made once. */
export function createConflicts(target: ClaimRules, suspects: ReadonlySet<string>): Conflicts {
  const groups = new Map<string, Group>();

  function add(claimant: Claimant): void {
    for (const claim of claimsOf(claimant.record, claimant.key, target)) {
      const text = claimText(claim);
      if (suspects.has(text)) join(text, claim, claimant);
    }
  }
  function join(text: string, { written }: Claim, claimant: Claimant): void {
    const { key, hash } = claimant;
    const place = { file: claimant.place.file, line: claimant.place.line };
    const group = groups.get(text);
    if (!group) {
      groups.set(text, { key, hash, written, places: [place], rows: 1, ...ALIKE });
      return;
    }
    group.rows += 1;
    if (group.places.length < MAX_PLACES) group.places.push(place);
    group.recordsDiffer ||= group.hash !== hash;
    group.keysDiffer ||= group.key !== key;
    group.spellingsDiffer ||= group.written !== written;
  }
  function judge(claimant: Claimant): Verdict | undefined {
    if (groups.size === 0) return undefined;
    const claims = claimsOf(claimant.record, claimant.key, target);
    const reasons = claims.flatMap((claim) => reasonOf(claim, claimant, groups.get(claimText(claim))));
    if (reasons.length > 0) return { kind: "rejected", reasons };
    const own = groups.get(claimText(claims[0]));
    return own && !samePlace(own.places[0], claimant.place) ? { kind: "duplicate" } : undefined;
  }
  function reasonOf({ field }: Claim, { place }: Claimant, group: Group | undefined): Reason[] {
    if (!group || !(field === undefined ? group.recordsDiffer : group.keysDiffer)) return [];
    const others = group.places.filter((one) => !samePlace(one, place));
    const where = showPlaces(others, place.file, group.rows - 1 - others.length);
    if (field === undefined) return [{ message: describeSame(where, group) }];
    const code = target.unique.find((one) => one.field === field)?.code;
    const message = `${where} another person with the same \`${field}\`, which must be unique`;
    return [{ field, message, ...(code === undefined ? {} : { code }) }];
  }
  return { add, judge, any: () => [...groups.values()].some(({ rows }) => rows > 1) };
}

/** Which spelling of an address the API has is not to be seen here, so none of them is chosen. */
function describeSame(where: string, { spellingsDiffer }: Group): string {
  const spelling = spellingsDiffer ? " (letter case makes no other e-mail address)" : "";
  return `${where} the same person with other values${spelling}; keep the one that is right`;
}

function samePlace(one: Place, other: Place): boolean {
  return one.line === other.line && one.file === other.file;
}
