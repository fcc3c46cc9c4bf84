import { DEFAULT_LIMITS, type Limit } from "../../bulk/plan/limits.ts";
import { UNCERTAIN_CHOICES } from "../../bulk/plan/uncertain-choice.ts";
import type { OptionSpec } from "../command.ts";

/** The state of earlier runs. */
export const STATE_OPTION = {
  state: {
    type: "file",
    group: "safety",
    value: "FILE",
    default: ".userpush/state.sqlite",
    help: "what earlier runs did; the key of its hashes lies beside it",
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** What keeps a run from doing harm: nobody can be deleted at these APIs. */
export const SAFETY_OPTIONS = {
  ...STATE_OPTION,
  full: {
    type: "flag",
    group: "safety",
    scope: "run",
    apis: ["opscom"],
    help: "opscom: push everybody again, unchanged people too",
  },
  offline: {
    type: "flag",
    group: "safety",
    scope: "run",
    apis: ["opscom"],
    help: "opscom: take the user types as the state knows them, and ask nobody",
  },
  "first-run": {
    type: "flag",
    group: "safety",
    scope: "run",
    help: "it is right that the state knows nobody yet",
  },
  "max-new": {
    type: "limit",
    group: "safety",
    value: "N|N%",
    default: showLimit(DEFAULT_LIMITS.maxNew),
    help: "new people that are allowed, as a number or a share of those known",
  },
  "max-changed": {
    type: "limit",
    group: "safety",
    value: "N|N%",
    default: showLimit(DEFAULT_LIMITS.maxChanged),
    help: "changed people that are allowed, of those known",
  },
  "max-rejected": {
    type: "limit",
    group: "safety",
    value: "N|N%",
    default: showLimit(DEFAULT_LIMITS.maxRejected),
    help: "rejected rows that are allowed, of all rows",
  },
  "max-missing": {
    type: "limit",
    group: "safety",
    value: "N|N%",
    default: showLimit(DEFAULT_LIMITS.maxMissing),
    help: "missing people that are allowed, of those whom the source brought",
  },
  "ignore-brakes": {
    type: "flag",
    group: "safety",
    scope: "run",
    help: "send whatever the four limits say, this once",
  },
  uncertain: {
    type: "text",
    group: "safety",
    scope: "run",
    apis: ["activeplatform", "ccs"],
    value: "WHAT",
    choices: UNCERTAIN_CHOICES,
    default: "report",
    help: "people who may have been created by an earlier run: report them, resend them, or take them as delivered",
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** A limit as a person types it: `250`, `20%`, `20%, at least 10`. */
function showLimit(limit: Limit): string {
  if ("people" in limit) return String(limit.people);
  const { share, atLeast } = limit;
  return `${Number((share * 100).toFixed(2))}%${atLeast === undefined ? "" : `, at least ${atLeast}`}`;
}
