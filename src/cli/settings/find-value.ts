import { dirname, isAbsolute, join } from "node:path";
import type { Flags } from "../command.ts";
import type { ConfigFile } from "./config-file.ts";
import { environmentName, fileKey, type NamedOption } from "./option-names.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where settings come from, the strongest first. */
export interface Sources {
  readonly flags: Flags;
  readonly environment: Environment;
  readonly file: ConfigFile | undefined;
}

/** What was given for an option, and by what name. */
export interface Given {
  readonly texts: readonly string[];
  readonly from: string;
}

/** Flags win over the environment, which wins over the file. An environment variable that is empty is not set. */
export function findValue(option: NamedOption, { flags, environment, file }: Sources): Given | undefined {
  const flag = flags[option.name];
  if (flag !== undefined) return { texts: [flag].flat().map(String), from: `--${option.name}` };
  const variable = environmentName(option);
  const inherited = variable && environment[variable];
  if (variable && inherited) return { texts: [inherited], from: variable };
  return findInFile(option, file);
}

function findInFile(option: NamedOption, file: ConfigFile | undefined): Given | undefined {
  const key = fileKey(option);
  const entry = key === undefined ? undefined : file?.entries.get(key);
  if (!file || !entry) return undefined;
  const texts =
    option.spec.type === "file" ? entry.texts.map((text) => beside(file.name, text)) : entry.texts;
  return { texts, from: `${file.name}, line ${entry.line}` };
}

/** A file that a file names lies beside it, from wherever userpush is started. */
function beside(file: string, named: string): string {
  return isAbsolute(named) ? named : join(dirname(file), named);
}
