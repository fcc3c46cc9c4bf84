import { describe, expect, test } from "vitest";
import { DOCUMENTS_HASH, VERSION } from "../../scripts/docs/site.ts";
import { describeInBrowser } from "../support/browser.ts";
import { openSite, sites } from "./open-site.ts";

const MOST_BYTES = 100_000;
/** It is a third of this on a machine of its own; tests share theirs. */
const LATEST_PAINT_MS = 1000;

describeInBrowser("the landing page", () => {
  describe.each(sites)("at $base", (site) => {
    const { open, url } = openSite(site);

    test("is light and quick", async () => {
      const { page, close } = await open("icon.svg", { alone: true });
      const session = await page.context().newCDPSession(page);
      let bytes = 0;
      session.on("Network.loadingFinished", ({ encodedDataLength }) => {
        bytes += encodedDataLength;
      });
      await session.send("Network.enable");
      await page.goto(url(), { waitUntil: "networkidle" });
      const paint = await page.evaluate(
        () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
      );
      await close();
      console.log(
        `landing page at ${site.base}: ${bytes} bytes, first paint after ${Math.round(paint ?? -1)} ms`,
      );
      expect(bytes).toBeLessThan(MOST_BYTES);
      expect(bytes).toBeGreaterThan(10_000);
      expect(paint).toBeLessThan(LATEST_PAINT_MS);
    });

    test("shows on one screen what it is, how data flows and how to start", async () => {
      const { page, close } = await open("", { viewport: { width: 1280, height: 800 } });
      for (const part of ["h1", ".start pre", "figure:nth-of-type(1) svg", "figure:nth-of-type(2) svg"]) {
        const box = await page.locator(`main ${part}`).boundingBox();
        expect((box?.y ?? Infinity) + (box?.height ?? 0), part).toBeLessThan(800);
      }
      await close();
    });

    test("names the version and the documents that it speaks of", async () => {
      const { page, close } = await open("");
      expect(await page.locator("footer").textContent()).toContain(
        `userpush ${VERSION} · documents ${DOCUMENTS_HASH}`,
      );
      await close();
    });
  });
});
