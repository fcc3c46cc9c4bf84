import { CONCURRENCY, RATE } from "../../bulk/send/sending-bounds.ts";
import type { OptionSpec } from "../command.ts";

export const JSON_OPTION = {
  json: { type: "flag", group: "output", scope: "run", help: "write JSON for programs to standard output" },
} as const satisfies Readonly<Record<string, OptionSpec>>;

export const QUIET_OPTION = {
  quiet: {
    type: "flag",
    group: "output",
    help: "leave out progress and notes; totals, warnings and errors stay",
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** How a push is sent, and where it leaves what it did. */
export const PUSH_OPTIONS = {
  concurrency: {
    type: "integer",
    group: "sending",
    value: "N",
    ...CONCURRENCY,
    help: `pushes in flight at a time, ${CONCURRENCY.min} to ${CONCURRENCY.max} (default: 4, rising to 16 by itself)`,
  },
  rate: {
    type: "number",
    group: "sending",
    value: "N",
    ...RATE,
    help: "requests per second (default: as many as the API takes, which is found out)",
  },
  report: {
    type: "file",
    group: "output",
    value: "FILE",
    help: "write a page that tells the run to people, as report.html",
  },
  rejects: {
    type: "file",
    group: "output",
    value: "FILE",
    help: "write the rejected rows, to be corrected and pushed as they are, as rejects.csv; a whole run without any removes the file",
  },
  audit: {
    type: "file",
    group: "output",
    value: "FILE",
    help: "add one line of JSON for each push",
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;
