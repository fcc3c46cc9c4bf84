import { type Context, isObject, type Node } from "../lint/visitor.ts";
import { addNote, notesOf, type Reason } from "./note.ts";

/**
 * Shows each reason of `x-inferred` in the description of what it speaks of. Redoc shows no description of the object
 * that is a whole body, or an element of a list: what is inferred there is told by whatever holds it.
 */
export function inferred() {
  const explained = new WeakSet<Node>();

  function explain(node: Node, context: Context): void {
    const marks = node["x-inferred"];
    if (!isObject(marks) || explained.has(node)) return;
    explained.add(node);
    const reasons = Object.entries(marks).map(([path, reason]) => place(node, path, String(reason), context));
    for (const holder of new Set([node, ...reasons.map((one) => one.holder)])) {
      addNote(
        holder,
        reasons.filter((one) => one.holder === holder),
      );
    }
  }

  /** Takes what is inferred of one object into the description of another. */
  function carry(from: unknown, to: Node, context: Context): void {
    const { node } = isObject(from) && "$ref" in from ? context.resolve(from) : { node: from };
    if (!isObject(node)) return;
    explain(node, context);
    for (const note of notesOf(node).filter((one) => !String(to["description"]).includes(one))) {
      to["description"] = `${String(to["description"]).trimEnd()}\n\n${note}`;
    }
  }

  function carryBody(body: Node, context: Context): void {
    const [content] = Object.values(isObject(body["content"]) ? body["content"] : {});
    if (isObject(content)) carry(content["schema"], body, context);
  }

  return {
    any: {
      enter: (node: unknown, context: Context): void => {
        if (isObject(node)) explain(node, context);
      },
    },
    RequestBody: carryBody,
    Response: carryBody,
    Schema: (schema: Node, context: Context): void => carry(schema["items"], schema, context),
    // What stands beside a reference hides the description behind it.
    ref: (node: Node, context: Context): void => {
      if ("description" in node) carry({ $ref: node["$ref"] }, node, context);
    },
  };
}

/** The innermost object with a description on the way from a mark to what it speaks of. */
function place(
  node: Node,
  path: string,
  reason: string,
  { resolve }: Context,
): Reason & { readonly holder: Node } {
  const steps = path.split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  let at = node;
  let found = { holder: node, member: steps.at(-1) };
  for (const [index, step] of steps.entries()) {
    const next = at[step];
    if (!isObject(next)) break;
    // An answer that several operations share has a reason of its own in each.
    if ("$ref" in next) at[step] = { ...(resolve(next).node as Node) };
    at = at[step] as Node;
    if ("description" in at) found = { holder: at, member: steps.slice(index + 1).at(-1) };
  }
  return { ...found, reason };
}
