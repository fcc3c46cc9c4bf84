import type { Node } from "../lint/visitor.ts";

/** Why something is inferred, and which member of the described object it is; none where it is that object itself. */
export interface Reason {
  readonly member: string | undefined;
  readonly reason: string;
}

/** How our documents begin the paragraph that says what is inferred. */
const STATEMENT = "*Inferred:*";

/** Sets what is inferred apart from what is documented, in a quotation at the end, and adds the reasons. */
export function addNote(node: Node, reasons: readonly Reason[]): void {
  const paragraphs = paragraphsOf(node);
  const statement = paragraphs.filter((one) => one.startsWith(STATEMENT)).join(" ");
  const lines = reasons.map(({ member, reason }) => (member ? `\`${member}\`: ${reason}` : reason));
  const said = statement === "" ? [`${STATEMENT} ${lines.join(" ")}`] : [statement, ...lines];
  const note = said.map((line) => `> ${line.replaceAll("\n", " ")}`).join("\\\n");
  node["description"] = [...paragraphs.filter((one) => !one.startsWith(STATEMENT)), note].join("\n\n");
}

/** The notes that a description has been given. */
export function notesOf(node: Node): string[] {
  return paragraphsOf(node).filter((one) => one.startsWith(`> ${STATEMENT}`));
}

function paragraphsOf({ description = "" }: Node): string[] {
  return String(description)
    .trim()
    .split(/\n{2,}/);
}
