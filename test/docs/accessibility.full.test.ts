import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { describeInBrowser } from "../support/browser.ts";
import { openSite, pagesOf, sites } from "./open-site.ts";

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

const PHONE = { width: 390, height: 844 };

/** The tables and drawings that reach over the text around them. */
function findOverlaps(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".vp-doc table, .vp-doc pre, .vp-doc svg")]
      .filter((one) => {
        const room = one.closest(".vp-doc")?.getBoundingClientRect();
        return one.getBoundingClientRect().right > (room?.right ?? 0) + 1;
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 80)),
  );
}

/** The violations that keep somebody from reading a page, each with the first places. */
async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target }) => target.join(" "))}`);
}

describeInBrowser("the pages of the site", () => {
  // The base path makes no difference to what is on a page.
  describe.each(sites.slice(0, 1))("at $base", (site) => {
    const { open } = openSite(site);
    const pages = pagesOf(site).filter((path) => !path.startsWith("apis/"));

    test.each(pages)("%s holds nobody back, in light and dark, and fits a phone", async (path) => {
      const { page, close } = await open(path);
      expect(await findBarriers(page), "light").toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await page.locator("html.dark").count()).toBe(1);
      expect(await findBarriers(page), "dark").toEqual([]);
      expect(await findOverlaps(page)).toEqual([]);
      await page.setViewportSize(PHONE);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
      await close();
    });
  });
});
