import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createPrivateFileOf } from "../sqlite/private-file.ts";
import { StateError } from "../state-error.ts";
import { stateFiles } from "../state-files.ts";

const KEY_BYTES = 32;

/** 32 bytes in base64url, without padding. */
const KEY_TEXT = /^[\w-]{43}$/;

/** Makes a key for the hashes of a state: 32 random bytes, as text. */
export function createHashKey(): string {
  return randomBytes(KEY_BYTES).toString("base64url");
}

/** The key beside a state; nothing where there is none. Throws `StateError` for a file that holds something else. */
export function readHashKey(stateFile: string): string | undefined {
  const file = stateFiles(stateFile).key;
  const key = readIfThere(file)?.trim();
  if (key === undefined || KEY_TEXT.test(key)) return key;
  throw new StateError(
    `${file} must hold 43 characters of base64url, and ${key.length} characters came that are no key; restore it ` +
      "from a backup, or move it away and push with --first-run: everybody is new then",
  );
}

/** Keeps a key beside a state, read by its owner alone; on disk when it returns. Never replaces one. */
export function saveHashKey(stateFile: string, key: string): void {
  createPrivateFileOf(stateFiles(stateFile).key, `${key}\n`);
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
