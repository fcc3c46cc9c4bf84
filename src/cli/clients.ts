import { createOpscomClient, type OpscomClient } from "../apis/opscom.ts";
import { ConfigurationError } from "../client/errors.ts";
import type { Transport } from "../client/transport.ts";
import type { Invocation } from "./command.ts";
import type { Io } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/** What a person calls the settings of a client. */
const NAMES: Readonly<Record<string, string>> = {
  tenant: "--tenant or OPSCOM_TENANT",
  apiToken: "OPSCOM_API_TOKEN",
  baseUrl: "--base-url or OPSCOM_BASE_URL",
};

/** Makes the client from options and environment. Throws `UsageError`, in the words of the command line. */
export function createClient(
  options: Invocation["options"],
  { environment }: Io,
  transport: Transport,
): OpscomClient {
  demand(options["api"], "--api", "where to push to: opscom");
  const tenant = demand(options["tenant"], NAMES["tenant"], "the client code that OPS-COM gave you");
  const apiToken = demand(
    environment["OPSCOM_API_TOKEN"],
    NAMES["apiToken"],
    "the API token that OPS-COM gave you",
  );
  const baseUrl = options["base-url"] as string | undefined;
  const allowInsecureHttp = options["allow-insecure-http"] === true;
  try {
    // The run checks each record itself, and says more of it.
    return createOpscomClient({ tenant, apiToken, baseUrl, allowInsecureHttp, transport, validate: false });
  } catch (error) {
    const name = error instanceof ConfigurationError && NAMES[error.setting ?? ""];
    throw name
      ? new UsageError(
          `${name}: ${(error as Error).message.replace("allowInsecureHttp", "--allow-insecure-http")}`,
        )
      : error;
  }
}

function demand(value: unknown, setting: string | undefined, meaning: string): string {
  if (typeof value === "string" && value !== "") return value;
  throw new UsageError(`${setting} is missing: ${meaning}. Try: userpush push --help`);
}
