import { readFileSync } from "node:fs";
import { defineConfig, type MarkdownRenderer } from "vitepress";
import { DOCUMENTS_HASH, VERSION } from "../../scripts/docs/site.ts";
import { NAV, SIDEBAR } from "./navigation.ts";

export default defineConfig({
  lang: "en",
  title: "userpush",
  description:
    "Pushes a roster of people into OPS-COM, ActivePlatform and CCS, and tests against their contracts.",
  // Inside the page, so that the base path does not matter to it.
  head: [
    [
      "link",
      { rel: "icon", href: `data:image/svg+xml;base64,${readFileSync("docs/public/icon.svg", "base64")}` },
    ],
  ],
  srcExclude: ["node_modules/**", "parts/**"],
  // Written after these pages, by other tools; test/docs/ follows every link of the whole site.
  ignoreDeadLinks: [/\/apis\//],
  markdown: {
    theme: { light: "github-light-high-contrast", dark: "github-dark-default" },
    config: breakPathsAtSlashes,
  },
  // A page fetches what it shows and nothing else.
  router: { prefetchLinks: false },
  themeConfig: {
    logo: { src: "/icon.svg", alt: "" },
    nav: NAV,
    sidebar: SIDEBAR,
    outline: [2, 3],
    version: VERSION,
    documentsHash: DOCUMENTS_HASH,
  },
});

/** In a narrow column a path would be broken in the middle of a word: browsers see no end of a word in a slash. */
function breakPathsAtSlashes({ renderer: { rules } }: MarkdownRenderer): void {
  const render = rules.code_inline;
  if (!render) throw new Error("VitePress renders code within a line otherwise now");
  rules.code_inline = (...token) => render(...token).replace(/(?<=[\w}])\/(?=[\w{][^<>]*<)/g, "/<wbr>");
}
