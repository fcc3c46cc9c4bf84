import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { TENANT } from "./profile.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Generates a client by hey-api from the same document, bundles it, and returns its push. */
export async function loadHeyApi(baseUrl: string): Promise<(body: object) => Promise<unknown>> {
  const generated = here("made/hey-api");
  execFileSync(
    here("node_modules/.bin/openapi-ts"),
    ["-i", here("../openapi/opscom.yaml"), "-o", generated, "-c", "@hey-api/client-fetch", "--silent"],
    { cwd: here(".") },
  );
  execFileSync(here("node_modules/.bin/esbuild"), [
    `${generated}/index.ts`,
    `${generated}/client.gen.ts`,
    "--bundle",
    "--splitting",
    "--format=esm",
    "--out-extension:.js=.mjs",
    `--outdir=${generated}/bundled`,
    "--log-level=error",
  ]);
  const { pushProfile } = await import(`${generated}/bundled/index.mjs`);
  const { client } = await import(`${generated}/bundled/client.gen.mjs`);
  client.setConfig({ baseUrl });
  return (body) => pushProfile({ path: { tenant: TENANT }, body, throwOnError: true });
}
