import type { Target } from "../../bulk/target/target.ts";
import type { UserpushError } from "../../client/errors.ts";
import { type Check, failed, notChecked, ok } from "./check.ts";

const UNREAD = "nothing was said of it before";

/** Lists the user types, which changes nothing, and reads from the answer who is at fault: host, tenant or token. */
export async function checkByListing({ listUserTypes, remedies }: Target): Promise<readonly Check[]> {
  // Whoever asks what is wrong wants to know it at once.
  const result = await listUserTypes?.({ maxRetries: 0 });
  if (!result) return [];
  if (result.ok)
    return [
      ok("answer", "it is the API"),
      ok("tenant", "it is known"),
      ok(
        "token",
        `it may list the user types; there are ${result.data.size}. Whether it may push is seen by pushing`,
      ),
    ];
  return explain(result.error, remedies);
}

function explain(error: UserpushError, remedies: Target["remedies"]): readonly Check[] {
  const fault = "fault" in error ? error.fault : undefined;
  if (fault?.code === undefined)
    return [explainNoFault(error), notChecked("tenant", UNREAD), notChecked("token", UNREAD)];
  const about = { found: `fault ${fault.code}: ${fault.meaning}`, exitCode: 4 as const };
  const advice = remedies[fault.code] ?? "Ask OPS-COM what this code means.";
  const answer = ok("answer", "it is the API");
  if (error.code === "configuration")
    return [answer, failed({ subject: "tenant", ...about, advice }), notChecked("token", UNREAD)];
  return [
    answer,
    notChecked("tenant", "the API looked at the token first"),
    failed({ subject: "token", ...about, advice }),
  ];
}

/** An answer without a fault of the API is somebody else's: another host, a proxy, a page. */
export function explainNoFault({ code, status, excerpt, message }: UserpushError): Check {
  const subject = "answer";
  if (status === undefined) {
    const advice = "Try again; if it stays so, ask whoever runs the network or the host.";
    return failed({ subject, found: message, advice, exitCode: 5 });
  }
  if (code === "redirect") {
    const advice =
      "Use the address that it leads to as the base URL: a request that holds a token follows nobody.";
    return failed({ subject, found: `it leads elsewhere (HTTP ${status})`, advice, exitCode: 4 });
  }
  if (code === "server" || code === "rate_limit") {
    const advice = "The host is there and not well, or too busy; try again later.";
    return failed({ subject, found: `HTTP ${status}`, advice, exitCode: 5 });
  }
  const page = /<html|<!doctype/i.test(excerpt ?? "") ? ", with a page for people" : "";
  const advice =
    "Check the base URL and the tenant: what answers here is not the API, or knows no such address.";
  return failed({ subject, found: `HTTP ${status}${page}`, advice, exitCode: 4 });
}
