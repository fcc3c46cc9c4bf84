import { defineConfig } from "vitepress";
import { DOCUMENTS_HASH, VERSION } from "../../scripts/docs/site.ts";

export default defineConfig({
  title: "userpush",
  description:
    "Pushes a roster of people into OPS-COM, ActivePlatform and CCS, and tests against their contracts.",
  srcExclude: ["node_modules/**"],
  themeConfig: { version: VERSION, documentsHash: DOCUMENTS_HASH },
});
