import type { VerifyFinding, VerifyResult } from "../../testing/verify/finding.ts";

/** One call: how long it took, and everything that was found, with the line of the document that would have to change. */
export function renderResult({ name, elapsedMs, findings }: VerifyResult): string {
  const word = findings.length === 0 ? "ok     " : "departs";
  return [`${word}  ${name} (${Math.round(elapsedMs)} ms)`, ...findings.flatMap(renderFinding)].join("\n");
}

function renderFinding({ kind, message, standing, change }: VerifyFinding): string[] {
  const line = `         ${kind}${standing ? ` (${standing})` : ""}: ${message}`;
  return change ? [line, `         if it stays so: ${change.file}:${change.line}  ${change.text}`] : [line];
}

export function renderVerdict(results: readonly VerifyResult[]): string {
  const findings = results.flatMap((one) => one.findings);
  const calls = results.length === 1 ? "1 call" : `${results.length} calls`;
  if (findings.length === 0) return `${calls}, and every answer is as its document says.`;
  const inferred = findings.filter(({ standing }) => standing === "inferred").length;
  const departures = findings.length === 1 ? "1 departure" : `${findings.length} departures`;
  return `${calls}, ${departures}, ${inferred} of them from what was only inferred.`;
}
