import { didNothing } from "../../client/did-nothing.ts";
import type { UserpushError } from "../../client/errors.ts";

/** The token, the tenant or the address is wrong: no other person will fare better. */
export function concernsEverybody({ code }: UserpushError): boolean {
  return code === "authentication" || code === "configuration" || code === "redirect";
}

/** There was no answer, or one that only says that the API could not. */
export function isUnanswered({ code }: UserpushError): boolean {
  return ["network", "timeout", "deadline", "server"].includes(code);
}

/** Of these, the answers: whoever says that it cannot is there, and neither network nor address is at fault. */
export function isFailing({ code }: UserpushError): boolean {
  return code === "server";
}

/** A page of a proxy, or of another program at this address. */
export function isForeign(error: UserpushError): boolean {
  const fault = "fault" in error ? error.fault : undefined;
  return error.code === "parse" || (!fault && (error.status === 404 || error.status === 405));
}

/** Whether the API may have taken the person although the attempt failed. */
export function isDoubtful(error: UserpushError): boolean {
  return error.uncertain || (error.attempts > 0 && !didNothing(error));
}
