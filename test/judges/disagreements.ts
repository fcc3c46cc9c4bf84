import type { Judge } from "./judge.ts";

/** Where a judge decides otherwise than the document, and why that is no fault of ours. */
export interface Disagreement {
  readonly judge: Judge["name"];
  readonly mediaTypes: RegExp;
  readonly cases: RegExp;
  /** What it does with them. */
  readonly verdict: "accepts" | "refuses";
  readonly reason: string;
}

export const DISAGREEMENTS: readonly Disagreement[] = [
  {
    judge: "Prism",
    mediaTypes: /^(text\/json|text\/html|application\/xml|text\/xml)$/,
    cases: /./,
    verdict: "refuses",
    reason: "It hands on every body but application/json and forms as text, and no text is an object.",
  },
  {
    judge: "Prism",
    mediaTypes: /urlencoded$/,
    cases: /^additionalProperties of not_a_field/,
    verdict: "accepts",
    reason: "In a form it looks for the members that the schema names, and at no other.",
  },
  {
    judge: "Prism",
    mediaTypes: /urlencoded$/,
    cases: / of custom_attributes\.0\./,
    verdict: "accepts",
    reason: "It does not read lists in the manner of Rails, so it sees no item.",
  },
  {
    judge: "Prism",
    mediaTypes: /urlencoded$/,
    cases: /^broken syntax$/,
    verdict: "accepts",
    reason: "It takes an escape that is none for text.",
  },
  {
    judge: "Hyperjump",
    mediaTypes: /json$/,
    cases: /^format of email in the body broken \(4\)$/,
    verdict: "accepts",
    reason:
      "It allows ann@example, a host of one label; so does RFC 5321, and no mail reaches it over the internet.",
  },
];
