import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
} from "yaml";
import { MappingError } from "../mapping-error.ts";
import type { YamlEntry, YamlNode } from "./yaml-node.ts";

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
  const placeOf = (offset: number) => `${name}, line ${lineCounter.linePos(offset).line}`;
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) throw new MappingError(`${placeOf(problem.pos[0])}: ${problem.message}`);
  if (!document.contents) throw new MappingError(`${name} is empty`);
  return createConverter(document, placeOf)(document.contents, name, 0);
}

type Convert = (node: unknown, parent: string, depth: number) => YamlNode;

/** Makes the step from nodes of the parser to ours. A node that has no place of its own stands where its parent does. */
function createConverter(document: Document, placeOf: (offset: number) => string): Convert {
  let nodes = 0;

  function convert(node: unknown, parent: string, depth: number): YamlNode {
    const where = whereOf(node, parent);
    nodes += 1;
    if (nodes > MAX_NODES || depth > MAX_DEPTH)
      fail(where, "the mapping is nested too deeply, or its aliases grow too large");
    if (isAlias(node)) return convert(node.resolve(document) ?? failAlias(where), where, depth + 1);
    if (isScalar(node)) return { kind: "text", where, text: String(node.value ?? "") };
    if (isSeq(node))
      return { kind: "list", where, nodes: node.items.map((one) => convert(one, where, depth + 1)) };
    if (!isMap(node)) return fail(where, "expected text, a list, or keys with values");
    return { kind: "map", where, entries: node.items.map((pair) => toEntry(pair, where, depth + 1)) };
  }
  function toEntry({ key, value }: Pair, parent: string, depth: number): YamlEntry {
    const name = convert(key, parent, depth);
    if (name.kind !== "text") return fail(name.where, "a key must be text");
    return { key: name.text.trim(), where: name.where, value: convert(value ?? NOTHING, name.where, depth) };
  }
  function whereOf(node: unknown, parent: string): string {
    const offset = (node as Node | null)?.range?.[0];
    return offset === undefined ? parent : placeOf(offset);
  }
  return convert;
}

function failAlias(where: string): never {
  return fail(where, "an alias, `*`, needs an anchor, `&`, of its name above it");
}

function fail(where: string, message: string): never {
  throw new MappingError(`${where}: ${message}`);
}
