import type { VerifyFinding, VerifyResult } from "../../testing/verify/finding.ts";

/** The result as JUnit XML, which every CI system shows: one test case for each call, one failure for each finding. */
export function renderJunit(api: string, results: readonly VerifyResult[]): string {
  const failures = results.filter(({ findings }) => findings.length > 0).length;
  const cases = results.map((result) => renderCase(api, result)).join("");
  const counts = `tests="${results.length}" failures="${failures}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n<testsuite name="userpush verify ${api}" ${counts}>\n${cases}</testsuite>\n</testsuites>\n`;
}

function renderCase(api: string, { name, elapsedMs, findings }: VerifyResult): string {
  const attributes = `classname="${api}" name="${escapeText(name)}" time="${(elapsedMs / 1000).toFixed(3)}"`;
  if (findings.length === 0) return `<testcase ${attributes}/>\n`;
  return `<testcase ${attributes}>\n${findings.map(renderFailure).join("")}</testcase>\n`;
}

function renderFailure({ kind, message, standing, change }: VerifyFinding): string {
  const where = change ? `${change.file}:${change.line} ${change.text}` : "";
  const type = standing ? `${kind} (${standing})` : kind;
  return `<failure type="${escapeText(type)}" message="${escapeText(message)}">${escapeText(where)}</failure>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeText(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? "").replaceAll(/\p{Cc}/gu, " ");
}
