import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, Scalar } from "yaml";
import { MappingError } from "./mapping-error.ts";

/** One node of a mapping. Scalars are text as it was written: `007` keeps its zeros, and `no` is no boolean. */
export type YamlNode = YamlText | YamlList | YamlMap;

/** Every node knows where it stands, as in `mapping.yaml, line 3`. */
interface Placed {
  readonly where: string;
}

export interface YamlText extends Placed {
  readonly kind: "text";
  readonly text: string;
}

export interface YamlList extends Placed {
  readonly kind: "list";
  readonly nodes: readonly YamlNode[];
}

export interface YamlEntry extends Placed {
  readonly key: string;
  readonly value: YamlNode;
}

export interface YamlMap extends Placed {
  readonly kind: "map";
  readonly entries: readonly YamlEntry[];
}

/** What stands behind a key with nothing after its colon. */
const NOTHING = new Scalar("");

const MAX_CHARACTERS = 1_000_000;

/** A mapping is four levels deep. Without a limit an alias that names its own parent would never end. */
const MAX_DEPTH = 8;

/** Aliases of aliases can grow without end on few lines. */
const MAX_NODES = 100_000;

/** Reads YAML 1.2. Aliases are replaced by what they name, up to 100,000 nodes. Throws `MappingError`. */
export function readYaml(text: string, name: string): YamlNode {
  if (text.length > MAX_CHARACTERS)
    throw new MappingError(`${name} has more than ${MAX_CHARACTERS.toLocaleString("en")} characters`);
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { schema: "failsafe", lineCounter, prettyErrors: false });
  const whereOf = (offset: number) => `${name}, line ${lineCounter.linePos(offset).line}`;
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) throw new MappingError(`${whereOf(problem.pos[0])}: ${problem.message}`);
  if (!document.contents) throw new MappingError(`${name} is empty`);
  let nodes = 0;

  function convert(node: unknown, where: string, depth: number): YamlNode {
    nodes += 1;
    if (nodes > MAX_NODES || depth > MAX_DEPTH)
      throw new MappingError(`${where}: the mapping is nested too deeply, or its aliases grow too large`);
    if (isAlias(node)) return convert(node.resolve(document), where, depth + 1);
    if (isScalar(node)) return { kind: "text", where, text: String(node.value ?? "") };
    if (isSeq(node))
      return {
        kind: "list",
        where,
        nodes: node.items.map((one) => convert(one, place(one, where), depth + 1)),
      };
    if (!isMap(node)) throw new MappingError(`${where}: expected text, a list, or keys with values`);
    return { kind: "map", where, entries: node.items.map((pair) => toEntry(pair, where, depth)) };
  }
  function toEntry(pair: { key: unknown; value: unknown }, parent: string, depth: number): YamlEntry {
    const where = place(pair.key, parent);
    const key = convert(pair.key, where, depth + 1);
    if (key.kind !== "text") throw new MappingError(`${where}: a key must be text`);
    return {
      key: key.text.trim(),
      where,
      value: convert(pair.value ?? NOTHING, place(pair.value, where), depth + 1),
    };
  }
  const place = (node: unknown, parent: string) => {
    const offset = (node as Node | null)?.range?.[0];
    return offset === undefined ? parent : whereOf(offset);
  };
  return convert(document.contents, whereOf(document.contents.range?.[0] ?? 0), 0);
}
