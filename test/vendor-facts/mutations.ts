type Node = Record<string, unknown>;
type Steps = readonly string[];

/** One constraint of a document that is gone, or looser than it was. */
export interface Mutation {
  readonly name: string;
  readonly document: unknown;
}

/** Keyword to what it can be loosened to; a keyword can always be dropped. */
const LOOSER: Readonly<Record<string, (value: never) => readonly unknown[]>> = {
  type: (type: string | string[]) => [[...[type].flat(), "null"]],
  minLength: (least: number) => (least > 0 ? [least - 1] : []),
  maxLength: (most: number) => [most + 1],
  minimum: (least: number) => [least - 1],
  maximum: (most: number) => [most + 1],
  pattern: (pattern: string) => [pattern.replace(/\$$/, ""), pattern.replace(/^\^/, "")],
  format: () => [],
  enum: (values: unknown[]) => [[...values, "anything"]],
  const: (value: string) => [`${value}x`],
  additionalProperties: () => [true],
  required: (names: string[] | boolean) =>
    Array.isArray(names) ? names.map((name) => names.filter((one) => one !== name)) : [false],
  name: (name: string) => [`${name}x`],
  namespace: (namespace: string) => [`${namespace}/`],
  "x-identity": (names: string[]) =>
    names.length > 1 ? names.map((name) => names.filter((one) => one !== name)) : [],
  "x-effect": (effect: string) => [effect === "create" ? "upsert" : "create"],
  "x-reference": () => [],
  "x-repeat-safe": (isSafe: boolean) => [!isSafe],
  "x-secret": () => [],
  "x-alias-of": () => [],
  "x-xml-element-order": () => [],
  codes: (codes: number[]) => codes.map((code) => codes.filter((one) => one !== code)),
  class: (consequence: string) => [consequence === "rejected" ? "configuration" : "rejected"],
  field: (name: string) => [`${name}x`],
};

/** What stands below these has a name of its own, and is dropped whole as well. */
const MEMBERS = new Set(["properties", "content", "responses"]);

/** Every document in which one constraint is dropped or loosened. What people read, and examples, are no constraints. */
export function mutationsOf(document: unknown): Mutation[] {
  return placesOf(document, []).flatMap(([steps, value]) => {
    const keyword = steps.at(-1) as string;
    const looser = MEMBERS.has(steps.at(-2) ?? "") ? [] : (LOOSER[keyword]?.(value as never) ?? []);
    return [undefined, ...looser].map((changed) => ({
      name: `${steps.join("/")} ${changed === undefined ? "dropped" : `is ${JSON.stringify(changed)}`}`,
      document: change(document, steps, changed),
    }));
  });
}

const NO_CONSTRAINTS = new Set([
  "examples",
  "example",
  "x-inferred",
  "answers",
  "info",
  "tags",
  "description",
]);

/** Names of members are no keywords, however they are called. */
function placesOf(node: unknown, steps: Steps): [Steps, unknown][] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]): [Steps, unknown][] => {
    const at = [...steps, key];
    if (MEMBERS.has(steps.at(-1) ?? "")) return [[at, value], ...placesOf(value, at)];
    if (NO_CONSTRAINTS.has(key)) return [];
    const isXmlName = key === "name" && steps.at(-1) === "xml";
    return isXmlName || Object.hasOwn(LOOSER, key) ? [[at, value]] : placesOf(value, at);
  });
}

function change(node: unknown, [step, ...rest]: Steps, value: unknown): unknown {
  if (step === undefined) return value;
  const inner = change((node as Node)[step], rest, value);
  if (Array.isArray(node)) return node.with(Number(step), inner);
  const { [step]: _, ...others } = node as Node;
  return inner === undefined ? others : { ...(node as Node), [step]: inner };
}
