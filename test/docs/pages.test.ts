import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contentOf } from "../../scripts/pages/content-of.ts";
import { fillBlocks } from "../../scripts/pages/fill-blocks.ts";
import { EXIT_CODES } from "../../src/cli/exit-codes.ts";

/** Pages of the site alone: a landing page that is HTML, and one that is another file. */
const OF_THE_SITE = ["docs/index.md", "docs/changelog.md"];

const PAGES = globSync(["README.md", "docs/*.md", "docs/guides/*.md"]).sort();

describe.each(PAGES)("%s", (page) => {
  const text = readFileSync(page, "utf8");

  test("shows files and facts as they are", () => {
    expect(fillBlocks(text, contentOf)).toBe(text);
  });
});

describe.each(PAGES.filter((page) => !OF_THE_SITE.includes(page)))("%s", (page) => {
  test("can be read where there is no site", () => {
    const prose = readFileSync(page, "utf8").replace(/^```[\s\S]*?^```$/gm, "");
    expect(prose).not.toMatch(/\{\{|^<<<|<!--@include|<script|\bv-for=/m);
  });
});

describe("a block of a page", () => {
  const fill = (page: string, content = "new") => fillBlocks(page, () => content);
  const block = "<!-- generated: x -->\n\nnew\n\n<!-- /generated -->";

  test("gets its content, whatever stood there, and keeps it", () => {
    expect(fill("a\n<!-- generated: x -->\n<!-- /generated -->\nb")).toBe(`a\n${block}\nb`);
    expect(fill("<!-- generated: x -->\n\nold $&\n\n<!-- /generated -->")).toBe(block);
    expect(fill(block)).toBe(block);
    expect(fill(block, "$& and $1")).toContain("\n$& and $1\n");
  });

  test("must have an end, and a name that something is known by", () => {
    expect(() => fill("<!-- generated: x -->\nold")).toThrow("does not end");
    expect(() => fillBlocks(block, contentOf)).toThrow("ENOENT");
  });

  test("of exit codes keeps what the page says of each, and refuses one too many or too few", () => {
    const codes = Object.keys(EXIT_CODES);
    const fillTable = (listed: readonly string[]) =>
      contentOf("what exit codes mean", listed.map((code) => `| ${code} | old | my own |`).join("\n"));
    expect(fillTable(codes)).toContain("\n| 70 | a bug of userpush | my own |");
    expect(() => fillTable([...codes, "99"])).toThrow("there is no exit code 99");
    expect(() => fillTable(codes.filter((code) => code !== "129"))).toThrow("does not say what 129 asks for");
  });
});
