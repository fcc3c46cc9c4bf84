import type { ApiName } from "../api-name.ts";
import type { Environment } from "./find-value.ts";
import { parseHeaders } from "./parse-headers.ts";

/** A text from outside, and whether others than its owner can read it. */
export interface SecretText {
  readonly text: string;
  readonly readableByOthers: boolean;
}

/** Reads a file, or standard input where the name is `-`. */
export type ReadText = (file: string) => Promise<SecretText>;

export interface Secrets {
  readonly apiToken: string | undefined;
  readonly headers: Readonly<Record<string, string>> | undefined;
}

/** A file that holds a secret; one that a flag names wins over the environment. */
interface SecretFile {
  readonly file: string;
  readonly isFlag: boolean;
}

export interface SecretSources {
  readonly api: ApiName;
  readonly environment: Environment;
  readonly readText: ReadText;
  readonly tokenStdin: boolean;
  readonly tokenFile: SecretFile | undefined;
  readonly headersFile: SecretFile | undefined;
}

const STANDARD_INPUT: SecretFile = { file: "-", isFlag: true };

/** Token and headers of an API, and what is to be said of the files that they came from. Throws `UsageError`. */
export async function readSecrets(
  sources: SecretSources,
): Promise<{ readonly secrets: Secrets; readonly warnings: readonly string[] }> {
  const { api, environment, readText, tokenStdin, tokenFile, headersFile } = sources;
  const warnings: string[] = [];
  async function find(variable: string, from: SecretFile | undefined): Promise<string | undefined> {
    const inherited = environment[`${api.toUpperCase()}_${variable}`];
    if (!from || (inherited && !from.isFlag)) return inherited || undefined;
    const { text, readableByOthers } = await readText(from.file);
    if (readableByOthers) warnings.push(openToOthers(from.file));
    return text;
  }
  const apiToken =
    api === "ccs" ? undefined : await find("API_TOKEN", tokenStdin ? STANDARD_INPUT : tokenFile);
  const headers = api === "ccs" ? await find("HEADERS", headersFile) : undefined;
  return {
    // An editor ends a file with a line break, and no token ends with one.
    secrets: {
      apiToken: apiToken?.replace(/\r?\n$/, ""),
      headers: headers === undefined ? undefined : parseHeaders(headers),
    },
    warnings,
  };
}

function openToOthers(file: string): string {
  return `${file} holds a secret that others can read; chmod 600 ${file} mends that`;
}
