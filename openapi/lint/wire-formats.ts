import { type Context, follow, isObject, type Node } from "./visitor.ts";

const FORM = "application/x-www-form-urlencoded";

/** What decides the bytes on the wire, and what OpenAPI leaves open. */
export const wireFormats = {
  RequestBody(body: Node, context: Context): void {
    const content = contentOf(body);
    checkOneSchema("a request", content, context);
    checkForm(content[FORM], context);
  },
  Response(response: Node, context: Context): void {
    checkOneSchema("an answer", contentOf(response), context);
  },
  Schema(schema: Node, { report }: Context): void {
    const xml = schema["xml"];
    if (!isObject(xml) || !("namespace" in xml)) return;
    if (schema["x-xml-element-order"] !== "alphabetical") {
      report({ message: "x-xml-element-order must say in which order the elements stand: alphabetical" });
    }
  },
};

function contentOf({ content }: Node): Node {
  return isObject(content) ? content : {};
}

/** One schema, so that one record can be written, and one answer read, in each of the formats. */
function checkOneSchema(subject: string, content: Node, { report }: Context): void {
  const schemas = new Set(Object.values(content).map((one) => reference(isObject(one) && one["schema"])));
  if (schemas.size > 1 || schemas.has(undefined)) {
    report({ message: `all media types of ${subject} must refer to one and the same schema` });
  }
}

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
