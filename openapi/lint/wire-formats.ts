import { type Context, follow, isObject, type Node } from "./visitor.ts";

const FORM = "application/x-www-form-urlencoded";

/** What decides the bytes on the wire, and what OpenAPI leaves open. */
export const wireFormats = {
  RequestBody(body: Node, context: Context): void {
    const content = isObject(body["content"]) ? body["content"] : {};
    const schemas = new Set(Object.values(content).map((one) => reference(isObject(one) && one["schema"])));
    if (schemas.size > 1 || schemas.has(undefined)) {
      context.report({ message: "all media types of a request must refer to one and the same schema" });
    }
    checkForm(content[FORM], context);
  },
  Schema(schema: Node, { report }: Context): void {
    const xml = schema["xml"];
    if (!isObject(xml) || !("namespace" in xml)) return;
    if (schema["x-xml-element-order"] !== "alphabetical") {
      report({ message: "x-xml-element-order must say in which order the elements stand: alphabetical" });
    }
  },
};

function reference(schema: unknown): unknown {
  return isObject(schema) ? schema["$ref"] : undefined;
}

function checkForm(form: unknown, context: Context): void {
  if (!isObject(form)) return;
  const properties = Object.values((follow(form["schema"], context)["properties"] ?? {}) as Node);
  const hasArrays = properties.some((property) => follow(property, context)["type"] === "array");
  if (hasArrays && form["x-form-arrays"] !== "rails") {
    context.report({ message: "x-form-arrays must say how a form writes arrays: rails" });
  }
}
