import { requestSchema } from "./operations.ts";
import { type Context, follow, isObject, type Node } from "./visitor.ts";

const CONSTRAINTS = ["type", "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "enum"];

/** Every field of a request has a label for people, says whether its value may be shown, and what it is an alias of. */
export const fields = {
  Operation(operation: Node, context: Context): void {
    checkFields(requestSchema(operation, context), context);
  },
};

function checkFields(schema: Node, context: Context): void {
  const properties = isObject(schema["properties"]) ? schema["properties"] : {};
  for (const [name, unresolved] of Object.entries(properties)) {
    const field = follow(unresolved, context);
    checkField(name, field, context);
    checkAlias(name, field, properties, context);
    checkFields(field, context);
    checkFields(follow(field["items"], context), context);
  }
}

function checkField(name: string, field: Node, { report }: Context): void {
  if (typeof field["x-label"] !== "string")
    report({ message: `${name}: x-label must say what people call the field` });
  if (typeof field["x-sensitive"] !== "boolean") {
    report({ message: `${name}: x-sensitive must say whether the value stays out of messages` });
  }
  if (field["format"] === "password" && field["x-sensitive"] !== true) {
    report({ message: `${name}: a password is sensitive` });
  }
}

function checkAlias(name: string, field: Node, properties: Node, context: Context): void {
  if (!("x-alias-of" in field)) return;
  const target = follow(properties[String(field["x-alias-of"])], context);
  if (!("type" in target) || "x-alias-of" in target) {
    context.report({ message: `${name}: x-alias-of must name a field beside it that is no alias itself` });
    return;
  }
  for (const keyword of CONSTRAINTS.filter((one) => String(field[one]) !== String(target[one]))) {
    context.report({ message: `${name}: ${keyword} differs from that of ${field["x-alias-of"]}` });
  }
}
