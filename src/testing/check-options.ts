import { expectInteger, expectMembers, unexpected } from "./expected.ts";

/** What every server of this kit can be told. */
export const SERVE_OPTIONS = ["port", "host", "log"] as const;

/** Throws `TypeError` for an option that nobody reads, and for one that no server can be started with. */
export function checkOptions(options: object, known: readonly string[]): void {
  expectMembers("the options", options, known);
  const { apis, port, host, log } = options as Readonly<Record<string, unknown>>;
  if (apis !== undefined && !Array.isArray(apis)) throw unexpected("apis", "a list of names", apis);
  expectInteger("port", port, 0, 65_535);
  if (host !== undefined && typeof host !== "string") throw unexpected("host", "a text", host);
  if (log !== undefined && typeof log !== "function") throw unexpected("log", "a function", log);
}
