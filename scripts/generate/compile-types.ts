// The only file that imports openapi-typescript; ARCHITECTURE.md says what would replace it.
import openapiTypescript, { astToString } from "openapi-typescript";

export async function compileTypes(file: URL): Promise<string> {
  return astToString(await openapiTypescript(file, { defaultNonNullable: false, silent: true }));
}
