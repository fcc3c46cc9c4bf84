import { pushProfileFields } from "../generated/opscom/fields.gen.ts";

/** The columns that a roster can have, as one sentence of a help text. */
export function describeColumns(): string {
  const required = pushProfileFields.filter((field) => field.required).map(({ name }) => name);
  const optional = pushProfileFields.filter((field) => !field.required).map(({ name }) => name);
  return `Columns: ${required.join(" and ")} are required. Also known: ${optional.join(", ")}.`;
}
