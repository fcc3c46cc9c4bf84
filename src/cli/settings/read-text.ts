import { readFile, stat } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { toFileError } from "../../bulk/read/files/file-fault.ts";
import { UsageError } from "../usage-error.ts";
import type { SecretText } from "./read-secrets.ts";

/** Permissions of the group and of everybody; Windows has none that tell. */
const OTHERS = 0o077;

/** Reads a file, or standard input where it is named `-`. Throws `UsageError` for a file that cannot be read. */
export async function readText(file: string): Promise<SecretText> {
  if (file === "-") return { text: await text(process.stdin), readableByOthers: false };
  try {
    const { mode } = await stat(file);
    const readableByOthers = process.platform !== "win32" && (mode & OTHERS) !== 0;
    return { text: await readFile(file, "utf8"), readableByOthers };
  } catch (error) {
    throw new UsageError(toFileError(file, error).message);
  }
}
