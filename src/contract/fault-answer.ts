import type { FaultAnswer, FaultGuide } from "./fault.ts";

/** The code that the API would answer to a finding; none where its document does not say. The first that fits counts. */
export function faultAnswerOf(
  { answers }: FaultGuide,
  finding: { field?: string; rule: string },
): number | undefined {
  return answers.find((answer) => fits(answer, finding))?.code;
}

function fits({ field, rules }: FaultAnswer, finding: { field?: string; rule: string }): boolean {
  return (field === undefined || field === finding.field) && rules.some((rule) => rule === finding.rule);
}
