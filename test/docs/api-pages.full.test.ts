import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { readReference } from "../../scripts/docs/reference/api-reference.ts";
import { APIS } from "../../scripts/docs/site.ts";
import { describeInBrowser } from "../support/browser.ts";
import { findBarriers } from "./find-barriers.ts";
import { openSite, sites } from "./open-site.ts";

/** Redoc has rendered, and the plain text is gone. */
const rendered = (page: Page) => page.locator("#plain").waitFor({ state: "detached" });

describeInBrowser("an API page", () => {
  describe.each(sites)("at $base", (site) => {
    const { open } = openSite(site);

    test.each(APIS)("of %s shows every call, field and fault without any script", async (api) => {
      const { operations, faults } = await readReference(api);
      const { page, close } = await open(`apis/${api}.html`, { scripts: false });
      expect(await page.locator("#plain").isVisible()).toBe(true);
      const plain = String(await page.locator("#plain").textContent());
      const fields = operations.flatMap((one) => [one.parameters, one.request, one.answer, one.error].flat());
      const told = [
        ...operations.flatMap(({ title, path }) => [title, path]),
        ...fields.map(({ name }) => name),
        ...faults.flatMap(({ codes, remedy }) => [...codes.map(String), remedy]),
      ];
      expect(told.length).toBeGreaterThan(9);
      expect(told.filter((one) => !plain.includes(one))).toEqual([]);
      await close();
    });

    test.each(APIS)("of %s leads back to the site, and to the pages of the other APIs", async (api) => {
      const { page, close } = await open(`apis/${api}.html`);
      await rendered(page);
      const links = await page
        .locator(".bar a")
        .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
      expect(links).toEqual(
        expect.arrayContaining([site.base, ...APIS.map((one) => `${site.base}apis/${one}.html`)]),
      );
      await close();
    });

    test("opens at the call that a link into its plain text names", async () => {
      const { page, close } = await open("apis/opscom.html#pushProfile-request-email");
      await rendered(page);
      expect(new URL(page.url()).hash).toBe("#/profiles/pushprofile");
      await page.getByRole("heading", { name: "Create or update a user" }).first().waitFor();
      await close();
    });

    test("keeps Redoc's own search below the bar when the reader scrolls", async () => {
      const { page, close } = await open("apis/opscom.html", {
        viewport: { width: 1280, height: 800 },
        alone: true,
      });
      await rendered(page);
      await page.mouse.move(800, 500);
      await page.mouse.wheel(0, 1500);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThanOrEqual(56);
      const search = page.locator('#redoc [data-component-name="icons/SearchIcon/SearchIcon"]').first();
      expect((await search.boundingBox())?.y).toBeGreaterThan(56);
      // Refused where something lies over it.
      await search.click({ trial: true, timeout: 5_000 });
      await close();
    });

    test("is as dark as the reader has the rest of the site", async () => {
      const { page, close } = await open("", { alone: true, colorScheme: "light" });
      await page.evaluate(() => localStorage.setItem("vitepress-theme-appearance", "dark"));
      await page.goto(new URL("apis/ccs.html", page.url()).href);
      await rendered(page);
      expect(await page.locator("html.dark").count()).toBe(1);
      await close();
    });
  });

  describe.each(sites.slice(0, 1))("at $base", (site) => {
    const { open } = openSite(site);

    test.each(APIS.flatMap((api) => (["light", "dark"] as const).map((colors) => [api, colors] as const)))(
      "of %s, in %s, holds nobody back",
      async (api, colorScheme) => {
        const { page, close } = await open(`apis/${api}.html`, { alone: true, colorScheme });
        await rendered(page);
        expect(await findBarriers(page)).toEqual([]);
        await close();
      },
    );
  });
});
