import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import { UsageError } from "../usage-error.ts";

/** One setting of a file, as it stands there. */
export interface ConfigEntry {
  /** The texts of a list, or one. */
  readonly texts: readonly string[];
  readonly line: number;
}

/** A file of settings: keys to what they hold, `opscom.tenant` for what stands in a section. */
export interface ConfigFile {
  readonly name: string;
  readonly entries: ReadonlyMap<string, ConfigEntry>;
}

/** Reads a file of settings in YAML: texts and lists, in sections of one depth. Throws `UsageError` with the line. */
export function readConfigFile({ name, text }: { readonly name: string; readonly text: string }): ConfigFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: "1.2" });
  const lineOf = (offset: number | undefined) => lines.linePos(offset ?? 0).line;
  const refusal = (line: number, problem: string) => new UsageError(`${name}, line ${line}: ${problem}`);
  const [error] = document.errors;
  if (error) throw refusal(lineOf(error.pos[0]), `it is no YAML: ${error.message.split("\n", 1)[0]}`);

  const entries = new Map<string, ConfigEntry>();
  function addMap(node: unknown, prefix: string): void {
    if (!isMap(node)) throw refusal(lineOf((node as Node | null)?.range?.[0]), '"key: value" is expected');
    for (const pair of node.items) addPair(pair, prefix);
  }
  function addPair({ key, value }: Pair, prefix: string): void {
    const line = lineOf((key as Node).range?.[0]);
    const path = `${prefix}${isScalar(key) ? String(key.value) : "?"}`;
    if (isMap(value) && prefix === "") addMap(value, `${path}.`);
    else
      entries.set(path, {
        texts: textsOf(value, () => refusal(line, `${path} must hold text, or a list of texts`)),
        line,
      });
  }
  if (document.contents !== null) addMap(document.contents, "");
  return { name, entries };
}

function textsOf(value: unknown, refusal: () => UsageError): readonly string[] {
  return (isSeq(value) ? value.items : [value]).map((node) => {
    const text = textOf(node);
    if (text === undefined) throw refusal();
    return text;
  });
}

/** As it is written: 007 is a text to us, whatever YAML makes of it. */
function textOf(node: unknown): string | undefined {
  if (!isScalar(node) || node.value === null) return undefined;
  return typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
}
