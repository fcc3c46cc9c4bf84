import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { APIS } from "../../scripts/docs/site.ts";
import { describeInBrowser } from "../support/browser.ts";
import { openSite, pagesOf, sites } from "./open-site.ts";

/** What is on a page once it stands: where it can be jumped to, and where it leads. */
interface Anchors {
  readonly ids: ReadonlySet<string>;
  readonly links: readonly string[];
}

/** As much of a document as its page is held to here. */
interface Document {
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, { readonly post: { readonly summary: string } }>>;
}

describeInBrowser("the site", () => {
  test("is built for two base paths", () => {
    expect(sites.map(({ base }) => base)).toEqual(["/", "/userpush/"]);
  });

  describe.each(sites)("at $base", (site) => {
    const { open, url } = openSite(site);
    const found = new Map<string, Anchors>();

    test.each(pagesOf(site))("%s asks no other origin and logs no error", async (path) => {
      const { page, trouble, close } = await open(path);
      const { ids, links } = await page.evaluate(() => ({
        ids: [...document.querySelectorAll("[id], a[name]")].map((one) => one.id || one.getAttribute("name")),
        links: [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map(({ href }) => href),
      }));
      found.set(new URL(path, url()).href, { ids: new Set(ids as string[]), links });
      await close();
      expect(trouble).toEqual([]);
    });

    test.each(APIS)("apis/%s.html shows every operation of its document", async (api) => {
      const { tags, paths } = parse(readFileSync(`openapi/${api}.yaml`, "utf8")) as Document;
      const { page, close } = await open(`apis/${api}.html`);
      await page
        .getByText(tags[0]?.name ?? "")
        .first()
        .click();
      const operations = Object.values(paths).map(({ post }) => post.summary);
      expect(operations.length).toBeGreaterThan(0);
      for (const name of operations) await page.getByRole("link", { name }).first().waitFor();
      await close();
    });

    // After the others, which have looked at every page.
    test("has no link that leads nowhere", () => {
      expect(found.size).toBe(pagesOf(site).length);
      const broken = new Map<string, string>();
      for (const [from, { links }] of found)
        for (const link of links.filter((one) => !leadsSomewhere(one))) broken.set(link, `on ${from}`);
      expect(Object.fromEntries(broken)).toEqual({});
    });

    /** Links to other places of the world are nobody's to check here; they are few, and need a network. */
    function leadsSomewhere(link: string): boolean {
      if (!link.startsWith(new URL(url()).origin)) return /^(https|mailto):/.test(link);
      const { href, hash } = new URL(link);
      // A route of Redoc, which is no anchor; that it leads to its operation is asked above.
      if (hash.startsWith("#/") && href.includes("/apis/")) return true;
      const page = href.replace(/#.*/, "").replace(/\/$/, "/index.html");
      const target = found.get(page) ?? found.get(`${page}.html`);
      return target !== undefined && (hash === "" || target.ids.has(decodeURIComponent(hash.slice(1))));
    }

    afterAll(() => found.clear());
  });
});
