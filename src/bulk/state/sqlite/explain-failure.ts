import { StateError } from "../state-error.ts";

const START_ANEW =
  "restore it with its key from a backup; or move it away and push with --first-run: everybody is new then, " +
  "and an API that only creates has them twice";

/** By the primary result codes of SQLite (sqlite.org/rescode.html) and the error codes of Node. */
const EXPLANATIONS: Readonly<Record<string, string>> = {
  5: "is in use by another program; end that, and try again",
  8: "cannot be written; look after the permissions of the file and its folder",
  10: "cannot be read or written, says the disk; look after the disk, and push again",
  11: `is damaged; ${START_ANEW}`,
  13: "cannot be written: the disk is full; make room, and push again",
  14: "cannot be opened; look after the permissions of the file and its folder",
  26: `is damaged, or something else than a state: it is no SQLite database; ${START_ANEW}`,
  EACCES: "cannot be used: permission denied; run as its owner, or name another with --state",
  EPERM: "cannot be used: permission denied; run as its owner, or name another with --state",
  EROFS: "cannot be written: the disk is read-only; name another with --state",
  ENOSPC: "cannot be written: the disk is full; make room, and push again",
  EDQUOT: "cannot be written: the quota of the disk is used up; make room, and push again",
  ENOENT: "cannot be made: its folder takes no such file; name another with --state",
  ENOTDIR: "cannot be used: what should be its folder is a file; name another with --state",
};

/** The primary code is in the lowest byte of an extended one. */
const PRIMARY_CODE = 0xff;

/** Makes a `StateError` of what SQLite or the disk says of a state, or of a file beside it; returns any other error as it came. */
export function explainFailure(error: unknown, file: string): unknown {
  const { errcode, code } = Object(error) as { readonly errcode?: unknown; readonly code?: unknown };
  const explanation = EXPLANATIONS[typeof errcode === "number" ? errcode & PRIMARY_CODE : String(code)];
  return explanation ? new StateError(`the state ${file} ${explanation}`, { cause: error }) : error;
}

/** What a state is that breaks the rules of its own format, although SQLite can read it. */
export function damaged(file: string): StateError {
  return new StateError(`the state ${file} ${EXPLANATIONS["11"]}`);
}
