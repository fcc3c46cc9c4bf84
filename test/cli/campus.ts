import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RecordingOptions, startRecordingServer } from "../support/recording-server.ts";
import { startUserpush } from "../support/userpush-process.ts";

/** Planted where secrets and personal data stand; it must be in no output. */
export const TOKEN = "a-token-that-nobody-sees";

/** A folder of its own with a roster in it, and an API to push it to. */
export interface Campus extends AsyncDisposable {
  readonly folder: string;
  readonly api: Awaited<ReturnType<typeof startRecordingServer>>;
  readonly write: (file: string, text: string | Uint8Array) => Promise<void>;
  /** Writes `roster.csv`, of so many people, each in a city. */
  readonly writePeople: (count: number, city?: string) => Promise<void>;
  readonly start: (args: readonly string[], input?: string) => ReturnType<typeof startUserpush>;
  /** The same where no file may grow beyond so many KiB, as if its disk were full. */
  readonly runWithin: (kib: number, args: readonly string[]) => ReturnType<typeof startUserpush>["ended"];
  /** The same with a standard output that goes elsewhere, as by `> /dev/full`. */
  readonly runRedirected: (
    redirect: string,
    args: readonly string[],
  ) => ReturnType<typeof startUserpush>["ended"];
  /** Runs `userpush`, to its end. */
  readonly run: (args: readonly string[], input?: string) => ReturnType<typeof startUserpush>["ended"];
}

export async function openCampus(decide?: RecordingOptions["decide"]): Promise<Campus> {
  const folder = await mkdtemp(join(tmpdir(), "campus-"));
  const success = () => ({ status: "success", reference_id: 44 });
  const api = await startRecordingServer({ key: "unique_id", success, ...(decide ? { decide } : {}) });
  const env = { OPSCOM_TENANT: "OC_TOMA", OPSCOM_API_TOKEN: TOKEN, OPSCOM_BASE_URL: api.url };

  const write = (file: string, text: string | Uint8Array) => writeFile(join(folder, file), text);
  function writePeople(count: number, city = "Ottawa"): Promise<void> {
    const people = Array.from({ length: count }, (_, index) => `p${index},OPSCOM,${city}`);
    return write("roster.csv", ["unique_id,login_source,city", ...people].join("\n"));
  }
  const withApi = (args: readonly string[]) => (args.includes("--api") ? args : [...args, "--api", "opscom"]);
  function start(args: readonly string[], input = ""): ReturnType<typeof startUserpush> {
    return startUserpush(withApi(args), { cwd: folder, env, input });
  }
  return {
    folder,
    api,
    write,
    writePeople,
    start,
    runWithin: (kib, args) => startUserpush(withApi(args), { cwd: folder, env, maxFileKib: kib }).ended,
    runRedirected: (redirect, args) => startUserpush(withApi(args), { cwd: folder, env, redirect }).ended,
    run: (args, input) => start(args, input).ended,
    async [Symbol.asyncDispose]() {
      api.close();
    },
  };
}

/** The sum at the end of a summary, as numbers by name. */
export function sumOf(stdout: string): Record<string, number> {
  const line = stdout.trimEnd().split("\n").at(-1) ?? "";
  const parts = line
    .replaceAll(",", "")
    .matchAll(/(\d+) (read|pushed|unchanged|skipped|rejected|uncertain|not attempted)/g);
  return Object.fromEntries(Array.from(parts, ([, count, name = ""]) => [name, Number(count)]));
}
