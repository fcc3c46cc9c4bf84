import { leastOf, type Subject } from "../testing/constraints.ts";
import { writeBody } from "../testing/write-body.ts";

interface SpoiltBody {
  readonly name: string;
  readonly text: string | undefined;
  readonly mediaType?: string;
}

/** Bodies that nobody can read as what they are said to be. */
export function spoiltBodies({ schemas }: Subject, mediaType: string): SpoiltBody[] {
  const text = writeBody(mediaType, leastOf(schemas.body) as Record<string, unknown>, schemas.body);
  return [
    { name: "a media type that the document does not name", text, mediaType: "text/plain" },
    { name: "no media type", text, mediaType: "" },
    { name: "broken syntax", text: breakSyntax(mediaType, text) },
    { name: "an empty body", text: "" },
    { name: "no body", text: undefined },
  ];
}

/** Nothing breaks the syntax of a form but an escape that is none. */
function breakSyntax(mediaType: string, text: string): string {
  return mediaType.endsWith("urlencoded") ? `${text}&x=%ff` : text.slice(0, -1);
}
