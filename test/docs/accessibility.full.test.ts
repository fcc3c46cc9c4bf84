import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { describeInBrowser } from "../support/browser.ts";
import { findBarriers } from "./find-barriers.ts";
import { openSite, pagesOf, sites } from "./open-site.ts";

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
