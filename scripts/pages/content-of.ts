import { BANNER } from "../../src/bulk/map/parse/presets/banner.ts";
import { ONEROSTER } from "../../src/bulk/map/parse/presets/oneroster.ts";
import { listFormats, listSettings } from "./client-settings.ts";
import { compareApis } from "./compare-apis.ts";
import { showExample, showFence } from "./example.ts";
import { fillMeanings, listBrakes } from "./run-tables.ts";

/** What is no file: facts of the program. */
const FACTS: Readonly<Record<string, (present: string) => string>> = {
  "the APIs compared": compareApis,
  "the brakes": listBrakes,
  "the settings of a client": listSettings,
  "what exit codes mean": fillMeanings,
  "the formats of the clients": listFormats,
  "the preset banner": () => showFence(BANNER, "yaml"),
  "the preset oneroster": () => showFence(ONEROSTER, "yaml"),
};

/** What a block of that name holds: a fact of the program, or a file of `examples/`. */
export function contentOf(name: string, present: string): string {
  return FACTS[name]?.(present) ?? showExample(name);
}
