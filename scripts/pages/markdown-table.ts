/** A table of Markdown: cells are Markdown themselves. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = `|${header.map(() => "---|").join("")}`;
  return [showRow(header), rule, ...rows.map(showRow)].join("\n");
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** Words of the program, none of which is meant as Markdown or as HTML. */
export function plain(text: string): string {
  return text.replace(/[\\`*_<>[\]]/g, "\\$&");
}

function showRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`.replaceAll("  ", " ");
}
