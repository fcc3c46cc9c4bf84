import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { isMap, isScalar, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import type { DocumentLine } from "./finding.ts";

/** A place in a document, and whether an `x-inferred` above it speaks of it. */
export interface Located {
  readonly line: DocumentLine;
  readonly isInferred: boolean;
}

/** Finds the lines of a document; a step through a reference goes on where it points to. */
export type Locate = (steps: readonly string[]) => Located | undefined;

export async function readLines(document: URL): Promise<Locate> {
  const text = await readFile(document, "utf8");
  const counter = new LineCounter();
  const root = parseDocument(text, { lineCounter: counter }).contents as YAMLMap;
  const lines = text.split("\n");

  return function locate(steps) {
    const walked = walk(root, steps);
    if (!walked) return undefined;
    const { line } = counter.linePos(walked.key.range?.[0] ?? 0);
    const file = `openapi/${basename(document.pathname)}`;
    const found = { file, line, text: (lines[line - 1] ?? "").trim() };
    return { line: found, isInferred: walked.isInferred };
  };
}

interface Walked {
  readonly key: Node;
  readonly isInferred: boolean;
}

/** An `x-inferred` speaks of the members whose paths it holds; what is inside them stands for itself. */
function walk(root: YAMLMap, steps: readonly string[]): Walked | undefined {
  let at: unknown = root;
  let key: Node | undefined;
  let isInferred = false;
  for (const [index, step] of steps.entries()) {
    const map = mapWith(root, at, step);
    const pair = map?.items.find((one) => isScalar(one.key) && String(one.key.value) === step);
    if (!map || !pair) return undefined;
    isInferred ||= marksOf(map).some((mark) => isPath(mark, steps.slice(index)));
    key = pair.key as Node;
    at = pair.value;
  }
  return key && { key, isInferred };
}

/** The map that has a member: this one, or the one that it refers to. */
function mapWith(root: YAMLMap, node: unknown, step: string): YAMLMap | undefined {
  if (!isMap(node)) return undefined;
  const reference = node.get("$ref");
  if (node.has(step) || typeof reference !== "string") return node;
  return mapWith(root, root.getIn(reference.split("/").slice(1)), step);
}

function marksOf(map: YAMLMap): string[][] {
  const marks = map.get("x-inferred");
  if (!isMap(marks)) return [];
  return marks.items.map(({ key }) =>
    String((key as Node & { value: unknown }).value)
      .split("/")
      .map(unescapeStep),
  );
}

function unescapeStep(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}

function isPath(mark: readonly string[], steps: readonly string[]): boolean {
  return mark.length === steps.length && mark.every((step, index) => steps[index] === step);
}
