import { didYouMean } from "../../bulk/nearest.ts";
import { API_NAMES, type ApiName } from "../api-name.ts";
import type { CommandSpec, Flags, OptionValues } from "../command.ts";
import { UsageError } from "../usage-error.ts";
import type { ConfigFile } from "./config-file.ts";
import { type Environment, findValue, type Given } from "./find-value.ts";
import type { NamedOption } from "./option-names.ts";
import { type ReadText, readSecrets, type Secrets } from "./read-secrets.ts";
import { resolveOption } from "./resolve-option.ts";

export interface SettingSources {
  /** Arguments that are no options. */
  readonly values: readonly string[];
  readonly flags: Flags;
  readonly environment: Environment;
  readonly file: ConfigFile | undefined;
  readonly readText: ReadText;
}

/** Everything that a command was told, checked and complete; it does not change. */
export type Settings<Command extends CommandSpec> = OptionValues<Command["options"]> &
  (Command extends { takesApi: true } ? { readonly api: ApiName } : unknown) & {
    readonly values: readonly string[];
    /** A function, so that no printed object shows a token. */
    readonly secrets: () => Secrets;
    /** What is odd, and no reason to stop. */
    readonly warnings: readonly string[];
  };

/**
 * Resolves the settings of a command: flags win over the environment, which wins over the file, which wins over
 * defaults. Throws `UsageError`, which names all three, what was expected and what came.
 */
export async function resolveSettings<const Command extends CommandSpec>(
  sources: SettingSources & { readonly command: Command },
): Promise<Settings<Command>> {
  const { command, values } = sources;
  const api = resolveApi(sources);
  const named = Object.entries(command.options).map(([name, spec]): NamedOption => ({ name, spec, api }));
  const given = new Map(named.map((option) => [option.name, findValue(option, sources)]));
  const resolved = named.map((option) => [
    camelCase(option.name),
    resolveOption(option, given.get(option.name)),
  ]);
  const { secrets, warnings } = await resolveSecrets(sources, api, given);
  const own = { values, warnings, secrets: () => secrets, ...(command.takesApi ? { api } : {}) };
  // No compiler follows names from the options of a command to the settings that are made of them.
  return Object.freeze({ ...Object.fromEntries(resolved), ...own }) as Settings<Command>;
}

/** The settings of an API have names of their own, so it must be known first. */
function resolveApi(sources: SettingSources & { readonly command: CommandSpec }): ApiName | undefined {
  const { command, values } = sources;
  const spec = command.options["api"];
  if (command.takesApi) return checkApi(values[0] as string);
  const given = spec && findValue({ name: "api", spec, api: undefined }, sources);
  return given && checkApi(given.texts.join(), `, which came from ${given.from}`);
}

function checkApi(name: string, origin = ""): ApiName {
  const api = API_NAMES.find((one) => one === name);
  if (api) return api;
  throw new UsageError(
    `there is no API "${name}"${origin}; there are ${API_NAMES.join(", ")}.${didYouMean(name, API_NAMES)}`,
  );
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

type Resolved = Awaited<ReturnType<typeof readSecrets>>;

async function resolveSecrets(
  { command, values, environment, readText }: SettingSources & { readonly command: CommandSpec },
  api: ApiName | undefined,
  given: ReadonlyMap<string, Given | undefined>,
): Promise<Resolved> {
  const none: Resolved = { secrets: { apiToken: undefined, headers: undefined }, warnings: [] };
  if (!api || !("token-file" in command.options)) return none;
  const tokenStdin = given.get("token-stdin") !== undefined;
  const tokenFile = secretFile("token-file", given);
  if (tokenStdin) refuseConflicts(values, tokenFile);
  const headersFile = secretFile("headers-file", given);
  return readSecrets({ api, environment, readText, tokenStdin, tokenFile, headersFile });
}

function secretFile(name: string, given: ReadonlyMap<string, Given | undefined>) {
  const { texts: [file] = [], from } = given.get(name) ?? {};
  return file === undefined ? undefined : { file, isFlag: from === `--${name}` };
}

function refuseConflicts(values: readonly string[], tokenFile: ReturnType<typeof secretFile>): void {
  if (tokenFile?.isFlag)
    throw new UsageError("--token-stdin and --token-file name two tokens; give one of them");
  if (values.includes("-"))
    throw new UsageError(
      "--token-stdin and the file - both want standard input; name a token file with --token-file",
    );
}
