import { EFFECTS } from "../../src/contract/operation.ts";
import { type Context, follow, isObject, type Node } from "./visitor.ts";

const OTHER_METHODS = ["get", "put", "patch", "delete", "head", "options", "trace"];

/** Every operation says what it does to people, whether a repeat is safe, who a person is here and there, and where the token travels. */
export const operations = {
  PathItem(item: Node, context: Context): void {
    const { post } = item;
    for (const method of OTHER_METHODS.filter((one) => one in item)) {
      context.report({
        message: `${method}: userpush knows calls by POST only`,
        location: context.location.child([method]),
      });
    }
    if (!isObject(post)) return;
    const at = { ...context, location: context.location.child(["post"]) };
    checkEffect(post, at);
    checkIdentity(post, at);
    checkReference(post, at);
    checkSecret(item, post, at);
  },
};

function checkEffect(operation: Node, { report, location }: Context): void {
  if (!EFFECTS.some((effect) => effect === operation["x-effect"])) {
    report({ message: `x-effect must be one of ${EFFECTS.join(", ")}`, location: location.key() });
  }
  if (typeof operation["x-repeat-safe"] !== "boolean") {
    report({ message: "x-repeat-safe must be true or false", location: location.key() });
  }
}

function checkIdentity(operation: Node, context: Context): void {
  const { report, location } = context;
  const identity = operation["x-identity"];
  if (operation["x-effect"] === "read") return;
  if (!Array.isArray(identity) || identity.length === 0) {
    report({ message: "x-identity must list the members that identify a person", location: location.key() });
    return;
  }
  const schema = requestSchema(operation, context);
  const required = Array.isArray(schema["required"]) ? schema["required"] : [];
  for (const name of identity.filter((one) => !required.includes(one))) {
    report({
      message: `x-identity names ${name}, which is not required in the request`,
      location: location.child(["x-identity"]),
    });
  }
}

function checkReference(operation: Node, context: Context): void {
  const { report, location } = context;
  const reference = operation["x-reference"];
  if (operation["x-effect"] === "read" && reference === undefined) return;
  const { properties, required } = answerSchema(operation, context);
  const { type } = follow(isObject(properties) ? properties[String(reference)] : {}, context);
  const isRequired = Array.isArray(required) && required.includes(reference);
  if (isRequired && (type === "string" || type === "integer") && operation["x-effect"] !== "read") return;
  report({
    message:
      "x-reference must name a required member of the answer that is a string or an integer; a read has none",
    location: location.key(),
  });
}

function checkSecret(item: Node, operation: Node, context: Context): void {
  const parameters = [item["parameters"], operation["parameters"]].flatMap((list) =>
    Array.isArray(list) ? list : [],
  );
  const properties = Object.values((requestSchema(operation, context)["properties"] ?? {}) as Node);
  const marked = [...parameters, ...properties].filter((one) => follow(one, context)["x-secret"] === true);
  const places = marked.length + (operation["x-secret"] === "undocumented" ? 1 : 0);
  if (places === 1) return;
  context.report({
    message: `the token must be marked by x-secret in one place, or x-secret: undocumented said; ${places} places are marked`,
    location: context.location.key(),
  });
}

/** The schema that all media types of a request share. */
export function requestSchema(operation: Node, context: Context): Node {
  return bodySchema(operation["requestBody"], context);
}

function answerSchema({ responses }: Node, context: Context): Node {
  return bodySchema(isObject(responses) ? responses["200"] : {}, context);
}

function bodySchema(body: unknown, context: Context): Node {
  const content = follow(body, context)["content"];
  const [first] = Object.values(isObject(content) ? content : {});
  return follow(isObject(first) ? first["schema"] : {}, context);
}
