import { describe, expect, test } from "vitest";
import { describeInBrowser } from "../support/browser.ts";
import { openSite, sites } from "./open-site.ts";

describeInBrowser("the search", () => {
  describe.each(sites)("at $base", (site) => {
    const { open, url } = openSite(site);

    test("finds a field of an API by keyboard alone, and leads to it", async () => {
      const { page, trouble, close } = await open("");
      await page.keyboard.press("/");
      await page.keyboard.type("login_source");
      const hits = page.getByRole("option");
      await hits.first().waitFor();
      const places = await hits.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
      expect(places).toContainEqual(expect.stringMatching(/\/reference\/fields\/opscom\.html/));
      for (const place of places) expect(place.startsWith(site.base)).toBe(true);

      await page.keyboard.press("ArrowDown");
      const chosen = await page.locator('[role="option"][aria-selected="true"]').getAttribute("href");
      expect(chosen).toBe(places[1]);
      await page.keyboard.press("Enter");
      await page.waitForURL(new URL(chosen ?? "", url()).href);
      expect(trouble).toEqual([]);
      await close();
    });

    test.each([
      ["9013", "fault-9013"],
      ["postal_code", "pushProfile-request-postal_code"],
    ])("opens %s where it can be read, and lists it once", async (words, place) => {
      const { page, close } = await open("");
      await page.keyboard.press("/");
      await page.keyboard.type(words);
      const hits = page.getByRole("option");
      await hits.first().waitFor();
      const places = await hits.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
      expect(places.filter((one) => one.endsWith(`#${place}`))).toEqual([places[0]]);
      await page.keyboard.press("Enter");
      await page.waitForURL(`**/reference/fields/opscom.html#${place}`);
      await expect
        .poll(() => page.locator(`#${place}`).evaluate((one) => one.getBoundingClientRect().top))
        .toSatisfy((top: number) => top > 0 && top < 600);
      await close();
    });

    test("leads to an operation on the page of its calls", async () => {
      const { page, close } = await open("");
      await page.keyboard.press("/");
      await page.keyboard.type("pushProfile");
      const call = page.locator('[role="option"][href$="/apis/opscom.html#pushProfile"]');
      await call.click();
      await page.waitForURL("**/apis/opscom.html#/profiles/pushprofile");
      await close();
    });

    test("says when it finds nothing, and closes on Escape", async () => {
      const { page, close } = await open("guides/banner.html");
      await page.keyboard.press("Control+k");
      await page.keyboard.type("zzqxj");
      await page.getByText("Nothing found.").waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
      await close();
    });
  });
});
