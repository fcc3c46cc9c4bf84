import type { VerifyFinding, VerifyResult } from "../../testing/verify/finding.ts";

/** One call: how long it took, and everything that was found, with the line of the document that would have to change. */
export function renderResult({ name, elapsedMs, findings }: VerifyResult): string {
  return [
    `${wordFor(findings)}  ${name} (${Math.round(elapsedMs)} ms)`,
    ...findings.flatMap(renderFinding),
  ].join("\n");
}

/** Who is not there departs from nothing. */
export function isUnanswered({ findings }: Pick<VerifyResult, "findings">): boolean {
  return findings.some(({ kind }) => kind === "no answer");
}

function wordFor(findings: readonly VerifyFinding[]): string {
  if (findings.length === 0) return "ok     ";
  return isUnanswered({ findings }) ? "silent " : "departs";
}

function renderFinding({ kind, message, standing, change }: VerifyFinding): string[] {
  const line = `         ${kind}${standing ? ` (${standing})` : ""}: ${message}`;
  return change ? [line, `         if it stays so: ${change.file}:${change.line}  ${change.text}`] : [line];
}

export function renderVerdict(results: readonly VerifyResult[]): string {
  const findings = results.flatMap((one) => one.findings);
  const calls = results.length === 1 ? "1 call" : `${results.length} calls`;
  if (findings.length === 0) return `${calls}, and every answer is as its document says.`;
  const unanswered = results.filter(isUnanswered).length;
  if (unanswered === results.length)
    return `${calls}, and no answer: the API could not be reached. Check the base URL and the network.`;
  return `${calls}, ${describeFindings(findings)}${unanswered > 0 ? `; ${unanswered} without an answer` : ""}.`;
}

function describeFindings(all: readonly VerifyFinding[]): string {
  const findings = all.filter(({ kind }) => kind !== "no answer");
  const inferred = findings.filter(({ standing }) => standing === "inferred").length;
  const departures = findings.length === 1 ? "1 departure" : `${findings.length} departures`;
  return `${departures}, ${inferred} of them from what was only inferred`;
}
