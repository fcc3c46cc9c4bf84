import { faultAnswerOf } from "../contract/fault-answer.ts";
import type { OperationFacts } from "../contract/operation.ts";
import type { Contract } from "./contract.ts";
import type { Finding, MockAnswer } from "./exchange.ts";

/** More findings are not listed: a header has little room, and nobody reads the twenty-first. */
export const MAX_LISTED = 20;

/** Refuses a request in the words of its document: the fault that the API would answer, and every reason. */
export function refuse(
  { contract, operation }: { contract: Contract; operation: OperationFacts },
  status: number,
  findings: readonly Finding[],
): MockAnswer {
  const listed = findings.slice(0, MAX_LISTED);
  const text = listed.map(({ message }) => message).join("; ");
  const { faults } = operation;
  if (!faults) return problem(status, "The request does not keep its contract", text, findings);
  const code = faults.code && { [faults.code]: faultCode(contract, listed) };
  return answer(status, "application/json", { ...code, [faults.message]: text }, findings);
}

/** Refuses a request in the words of RFC 9457, where the document has none. */
export function problem(
  status: number,
  title: string,
  detail: string,
  findings: readonly Finding[] = [],
): MockAnswer {
  return answer(status, "application/problem+json", { type: "about:blank", title, status, detail }, findings);
}

/** The code of the first finding that the document has an answer to; what it has none to is a value that is invalid. */
function faultCode({ faultGuide }: Contract, findings: readonly Finding[]): number | undefined {
  const [found] = findings.flatMap((finding) => faultAnswerOf(faultGuide, finding) ?? []);
  return found ?? faultAnswerOf(faultGuide, { rule: "format" });
}

function answer(status: number, mediaType: string, body: object, findings: readonly Finding[]): MockAnswer {
  const headers = {
    "content-type": mediaType,
    ...(findings.length > 0 ? { "sl-violations": violations(findings) } : {}),
  };
  return { status, headers, body: JSON.stringify(body), findings };
}

/** The header that Prism's own server writes, for tools that read it. A header holds ASCII only. */
function violations(findings: readonly Finding[]): string {
  const list = findings.slice(0, MAX_LISTED).map(({ in: place, field, rule, message }) => ({
    location: ["request", place, ...(field ? [field] : [])],
    severity: "Error",
    code: rule,
    message,
  }));
  return JSON.stringify(list).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
