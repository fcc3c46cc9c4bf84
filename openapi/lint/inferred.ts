import { type Context, isObject, type Node } from "./visitor.ts";

/** `x-inferred` maps a member of its own object to the reason, and the text beside it says so to people too. */
export const inferred = {
  any: {
    enter(node: unknown, context: Context): void {
      if (!isObject(node) || !("x-inferred" in node)) return;
      const { report, location } = context;
      const marks = node["x-inferred"];
      const at = location.child(["x-inferred"]);
      if (!isObject(marks) || Object.keys(marks).length === 0) {
        report({ message: "x-inferred must map members of this object to reasons", location: at });
        return;
      }
      for (const [path, reason] of Object.entries(marks)) checkMark(node, path, reason, context, at);
      if (!/inferred/i.test(String(node["description"]))) {
        report({ message: "the description must tell people what is inferred", location: at });
      }
    },
  },
};

function checkMark(
  node: Node,
  path: string,
  reason: unknown,
  { report }: Context,
  at: Context["location"],
): void {
  if (!has(node, path))
    report({ message: `x-inferred names ${path}, which is not there`, location: at.child([path]) });
  if (typeof reason !== "string" || reason.trim() === "") {
    report({ message: `x-inferred must say why ${path} is inferred`, location: at.child([path]) });
  }
}

/** Paths are JSON pointers without the first slash. */
function has(node: Node, path: string): boolean {
  const steps = path.split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  return steps.reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), node) !== undefined;
}
