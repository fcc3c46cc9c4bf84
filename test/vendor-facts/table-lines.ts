/** Writes rows of a transcribed table as the lines that `document-lines.ts` finds in a document. */
import { mediaTypePlace, requiredLine } from "./document-lines.ts";

export type Constraints = Readonly<Record<string, unknown>>;
export type Field = readonly [name: string, type: string, constraints?: Constraints];

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly effect: string;
  /** The member of the answer that names the person. */
  readonly reference?: string;
}

export function callLines(id: string, call: Call, mediaTypes: readonly string[]): string[] {
  return [
    `${id} ${call.method} ${call.path}`,
    `${id} x-effect "${call.effect}"`,
    ...(call.reference ? [`${id} x-reference "${call.reference}"`] : []),
    `${id} requestBody required true`,
    ...mediaTypes.map((mediaType) => mediaTypePlace(`${id} requestBody`, mediaType)),
  ];
}

export function parameterLines(place: string, where: "path" | "query"): string[] {
  return [`${place} in "${where}"`, `${place} required true`, `${place} type "string"`];
}

export function objectLines(
  place: string,
  fields: readonly Field[],
  required: readonly string[] = [],
): string[] {
  return [
    `${place} type "object"`,
    ...(required.length > 0 ? [requiredLine(place, required)] : []),
    ...fields.flatMap((field) => fieldLines(place, field)),
  ];
}

function fieldLines(place: string, [name, type, constraints]: Field): string[] {
  return [`${place} property ${name}`, ...constraintLines(`${place}/${name}`, { type, ...constraints })];
}

export function constraintLines(place: string, constraints: Constraints): string[] {
  return Object.entries(constraints)
    .filter(([, value]) => value !== undefined)
    .map(([keyword, value]) => `${place} ${keyword} ${JSON.stringify(value)}`);
}

/** An error body: its fields, and which of them is the code and which the message. */
export function errorLines(place: string, roles: Readonly<Record<string, Field>>): string[] {
  const names = Object.entries(roles).map(([role, [name]]) => `${place} x-faults ${role} "${name}"`);
  return [...objectLines(place, Object.values(roles)), ...names];
}
