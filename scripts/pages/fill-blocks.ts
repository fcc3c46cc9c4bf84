const BLOCK = /^<!-- generated: (.+) -->\n([\s\S]*?)^<!-- \/generated -->$/gm;
const MARK = /<!-- generated: /g;

/** Makes what a block of a page holds, from the name in its first line and from what stands there. */
export type ContentOf = (name: string, present: string) => string;

/**
 * Puts into each block of a page what its name stands for. A page is complete as it lies there, for whoever reads it
 * without a site. Throws where a block has no end.
 */
export function fillBlocks(page: string, contentOf: ContentOf): string {
  let found = 0;
  const filled = page.replace(BLOCK, (_, name: string, present: string) => {
    found += 1;
    return `<!-- generated: ${name} -->\n\n${contentOf(name, present.trim())}\n\n<!-- /generated -->`;
  });
  if (found === (page.match(MARK)?.length ?? 0)) return filled;
  throw new Error("a block of a page begins and does not end: <!-- /generated --> is missing");
}
