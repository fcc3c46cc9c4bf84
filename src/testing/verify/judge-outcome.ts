import type { MockAnswer } from "../exchange.ts";
import { isFault, readAnswer } from "../proxy/read-answer.ts";
import type { VerifyCheck } from "./checks.ts";
import type { VerifyFinding, VerifyKind } from "./finding.ts";

type Outcome = Pick<VerifyFinding, "kind" | "field" | "message">;
type Values = Readonly<Record<string, unknown>>;

/** Whether a call came to what its document makes of it. The answer keeps the document already. */
export async function judgeOutcome(check: VerifyCheck, answer: MockAnswer): Promise<Outcome[]> {
  const { operation, expected, code } = check;
  const { faults } = operation;
  const { value } = await readAnswer(operation, answer);
  const isSuccess = answer.status >= 200 && answer.status < 300 && !isFault(faults, value);
  const fault = faults?.code === undefined ? undefined : (value as Values | undefined)?.[faults.code];
  if (expected === "success" && !isSuccess) {
    return [outcome("refused", `a valid request was refused with ${describe(answer.status, fault)}`)];
  }
  if (expected !== "refusal") return [];
  if (isSuccess) return [outcome("accepted", "a request was accepted that its document forbids")];
  if (code === undefined || fault === code) return [];
  return [outcome("other fault", `fault ${code} was expected, and ${describe(answer.status, fault)} came`)];
}

function describe(status: number, fault: unknown): string {
  return fault === undefined ? `status ${status}` : `fault ${fault}`;
}

function outcome(kind: VerifyKind, message: string): Outcome {
  return { kind, field: "", message };
}
