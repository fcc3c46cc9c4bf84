import type { Stop } from "../../bulk/run-event.ts";
import type { Effect } from "../../contract/operation.ts";
import { alignColumns } from "./text-table.ts";

/** How to go on after a run that was stopped. What speaks against beginning says itself what to do. */
export const HOW_TO_CONTINUE: Readonly<Record<Stop["reason"], string>> = {
  braked: "Nothing was sent.",
  refused:
    "Check the token, the tenant and the address, then run it again. Who was pushed is not sent again.",
  unreachable: "Check the network and the address, then run it again. Who was pushed is not sent again.",
  failing:
    "The API does answer: give it time, then run it again. If it stays so, tell the vendor. Who was pushed is not sent again.",
  interrupted: "Run it again to go on. Who was pushed is not sent again.",
  brokenOff: "Mend that, then run it again to go on. Who is counted as pushed is not sent again.",
  fileChanged: "Run it again, with the file as it is now. Who was pushed is not sent again.",
};

/** What becomes of people of whom nobody knows whether they arrived. */
export function uncertainAdvice(effect: Effect): string {
  return effect === "create"
    ? "They may have been created. Look them up there. Push those who did not arrive, in a file of their own, with --uncertain resend; then everybody with --uncertain delivered."
    : "They were sent, and no usable answer came, or it could not be written down. The next run sends them again, which is safe.";
}

interface Told {
  readonly code?: number | undefined;
  readonly answered?: boolean | undefined;
}
type Remedies = Readonly<Record<number, string>>;

/**
 * What to do about what the API answered. What was found before sending names its field and says what is wrong with it, where
 * the remedy of the fault may say that nobody knows the field.
 */
export function remedyOf({ code, answered }: Told, remedies: Remedies): string | undefined {
  return code === undefined || !answered ? undefined : remedies[code];
}

/** The remedy of each fault that came, once, in the order of their codes. */
export function renderRemedies(reasons: readonly Told[], remedies: Remedies): string[] {
  const told = reasons.flatMap((reason) => {
    const remedy = remedyOf(reason, remedies);
    return reason.code === undefined || remedy === undefined ? [] : [[reason.code, remedy] as const];
  });
  const rows = [...new Map(told)]
    .sort(([one], [other]) => one - other)
    .map(([code, remedy]) => [`fault ${code}`, remedy]);
  return rows.length > 0 ? ["What to do", ...alignColumns(rows).map((line) => `  ${line}`), ""] : [];
}
