import type { OperationFacts } from "../../contract/operation.ts";
import type { VerifyFinding } from "./finding.ts";

type Steps = readonly string[];

/** Where a document says what an answer contradicts; nothing, where no document speaks of it. */
export function placeOf(
  { kind, field }: VerifyFinding,
  { path, formats }: OperationFacts,
): Steps | undefined {
  const operation = ["paths", path, "post"];
  const success = [...operation, "responses", "200"];
  const [mediaType = ""] = Object.keys(formats);
  const schema = [...success, "content", mediaType, "schema"];
  switch (kind) {
    case "redirect":
      return ["servers"];
    case "status":
    case "accepted":
      return success;
    case "fault in a success":
    case "refused":
      return [...operation, "responses", "400"];
    case "no content type":
    case "media type":
      return [...success, "content"];
    case "missing member":
      return [...schema, ...stepsTo(field).slice(0, -2), "required"];
    case "renamed member":
    case "wrong value":
      return [...schema, ...stepsTo(field)];
    case "number as text":
    case "wrong type":
      return [...schema, ...stepsTo(field), "type"];
    case "other reference":
      return [...operation, "x-identity"];
    case "other fault":
      return [...schemaOfFaults(operation), "x-faults", "answers"];
    default:
      return undefined;
  }
}

function schemaOfFaults(operation: Steps): Steps {
  return [...operation, "responses", "400", "content", "application/json", "schema"];
}

/** `user_types[0].id` is `properties/user_types/items/properties/id` in a schema. */
function stepsTo(field: string): Steps {
  if (field === "") return [];
  return field.split(".").flatMap((name) => {
    const items = name.match(/\[\d+\]/g) ?? [];
    return ["properties", name.replaceAll(/\[\d+\]/g, ""), ...items.map(() => "items")];
  });
}
