import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { temporaryName } from "../bulk/record/private-file.ts";
import { widenedName } from "../bulk/record/widen-rejects.ts";
import { stateFiles } from "../bulk/state/state-files.ts";
import type { PUSH } from "./commands/push.ts";
import { DEFAULT_CONFIG } from "./settings/load-config.ts";
import type { Settings } from "./settings/resolve-settings.ts";
import { UsageError } from "./usage-error.ts";

type FileSettings = Pick<
  Settings<typeof PUSH>,
  "values" | "rejects" | "report" | "audit" | "map" | "state" | "config" | "tokenFile" | "headersFile"
>;

/** A file, and what the run takes it for. */
interface Use {
  readonly as: string;
  readonly file: string;
}

/**
 * Refuses to write what the run also reads, remembers or writes elsewhere: it would be gone. Corrected rejects may be read and
 * written again; whether a file is one is not known before it is opened. Throws `UsageError`.
 */
export function refuseSharedFiles(settings: FileSettings): void {
  const { rejects, report, audit } = settings;
  const outputs = usesOf({
    ...{ "--rejects": rejects, "--report": report, "--audit": audit },
    // What stands under the name of a draft is removed before anything is written there.
    "the draft of --rejects": rejects && temporaryName(rejects),
    "the second draft of --rejects": rejects && widenedName(rejects),
    "the draft of --report": report && temporaryName(report),
  });
  const others = [...inputsOf(settings), ...readBesides(settings)];
  outputs.forEach((output, index) => {
    const taken = [...others, ...outputs.slice(0, index)].find((other) => isSame(output, other));
    if (taken) refuse(output, taken);
  });
}

/** Refuses rejects that would replace the roster. */
export function refuseRosterAsRejects(settings: Pick<FileSettings, "values" | "rejects">): void {
  const [rejects] = usesOf({ "--rejects": settings.rejects });
  const roster = rejects && rostersOf(settings).find((other) => isSame(rejects, other));
  if (roster) refuse(rejects, roster);
}

/** Whether the file of rejects is one of those that are read. */
export function readsRejects({ values, rejects }: Pick<FileSettings, "values" | "rejects">): boolean {
  return (
    rejects !== undefined && rostersOf({ values }).some(({ file }) => identify(file) === identify(rejects))
  );
}

function refuse(output: Use, other: Use): never {
  throw new UsageError(
    `${output.as} is ${output.file}, which is ${other.as} too, and would be written over; give it another name`,
  );
}

function isSame(output: Use, other: Use): boolean {
  return identify(output.file) === identify(other.file);
}

function rostersOf({ values }: Pick<FileSettings, "values">): Use[] {
  return values.filter((file) => file !== "-").map((file) => ({ as: "a file to push", file }));
}

function inputsOf(settings: FileSettings): Use[] {
  return rostersOf(settings).filter(
    ({ file }) => !readsRejects({ values: [file], rejects: settings.rejects }),
  );
}

function readBesides({ map, config, tokenFile, headersFile, state }: FileSettings): Use[] {
  const ofState = Object.values(stateFiles(state)).map((file) => ({ as: "the state", file }));
  return [
    ...usesOf({
      "--map": map,
      "--config": config ?? DEFAULT_CONFIG,
      "--token-file": tokenFile,
      "--headers-file": headersFile,
    }),
    ...ofState,
  ];
}

function usesOf(files: Readonly<Record<string, string | undefined>>): Use[] {
  return Object.entries(files).flatMap(([as, file]) => (file === undefined ? [] : [{ as, file }]));
}

/** One text for one file, however it is named. */
function identify(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found) return `${found.dev}:${found.ino}`;
  try {
    return join(realpathSync(dirname(file)), basename(file));
  } catch {
    return resolve(file);
  }
}
