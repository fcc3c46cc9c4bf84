import type { CommandSpec, Flags } from "../command.ts";
import { UsageError } from "../usage-error.ts";
import { checkConfigKeys } from "./check-config.ts";
import { type ConfigFile, readConfigFile } from "./config-file.ts";
import type { ReadText } from "./read-secrets.ts";

/** Read where no other file is named, and where it exists. */
export const DEFAULT_CONFIG = "userpush.yaml";

export interface ConfigQuestion {
  readonly command: CommandSpec;
  readonly flags: Flags;
  /** Whose keys a file may hold. */
  readonly commands: readonly CommandSpec[];
  readonly exists: (file: string) => boolean;
  readonly readText: ReadText;
}

/** The file of settings that a command goes by, if there is one. Throws `UsageError`. */
export async function loadConfig(question: ConfigQuestion): Promise<ConfigFile | undefined> {
  const { command, flags, commands, exists, readText } = question;
  if (!("config" in command.options)) return undefined;
  const named = flags["config"] as string | undefined;
  if (named === undefined && !exists(DEFAULT_CONFIG)) return undefined;
  const name = named ?? DEFAULT_CONFIG;
  if (name === "" || name === "-") throw new UsageError("--config must name a file");
  const file = readConfigFile({ name, text: (await readText(name)).text });
  checkConfigKeys(file, commands);
  return file;
}
