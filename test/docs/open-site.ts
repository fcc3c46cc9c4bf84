import { globSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { type ServedSite, serveSite } from "../../scripts/docs/serve-site.ts";
import type { Site } from "../../scripts/docs/site.ts";
import { launchBrowser } from "../support/browser.ts";

/** The site as it was built for each base path. */
export const sites: readonly Site[] = inject("sites");

/** Every page of a site, as a path from its base. */
export function pagesOf({ folder }: Site): string[] {
  return globSync("**/*.html", { cwd: folder })
    .filter((page) => page !== "404.html")
    .sort();
}

export interface OpenSite {
  readonly url: () => string;
  /**
   * Opens a page until its network is idle, and notes whatever should not happen there. The page is closed by whoever
   * asked for it. Pages share what they have fetched, unless one is told to be on its own.
   */
  readonly open: (path: string, options?: OpenOptions) => Promise<OpenPage>;
}

export interface OpenOptions {
  readonly colorScheme?: "light" | "dark";
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Default: what is fetched by one page is there for the next one, as it is for a reader. */
  readonly alone?: boolean;
  /** Whether its scripts run; without them it is alone in any case. Default true. */
  readonly scripts?: boolean;
}

export interface OpenPage {
  readonly page: Page;
  /** Requests to other origins, errors of the console and of scripts, and answers that are errors. */
  readonly trouble: string[];
  readonly close: () => Promise<void>;
}

/** Serves a site and starts a browser, for the tests of the suite around it. */
export function openSite(site: Site): OpenSite {
  let browser: Browser;
  let shared: BrowserContext;
  let served: ServedSite;
  beforeAll(async () => {
    [browser, served] = await Promise.all([launchBrowser(), serveSite(site)]);
    shared = await browser.newContext();
  });
  afterAll(async () => {
    await browser?.close();
    served?.close();
  });

  async function open(path: string, options: OpenOptions = {}) {
    const { colorScheme = "light", viewport, scripts = true, alone = !scripts } = options;
    const context = alone ? await browser.newContext({ javaScriptEnabled: scripts }) : shared;
    const page = await context.newPage();
    await page.emulateMedia({ colorScheme });
    if (viewport) await page.setViewportSize(viewport);
    const trouble = watch(page, new URL(served.url).origin);
    await page.goto(served.url + path, { waitUntil: "networkidle" });
    return { page, trouble, close: () => (alone ? context.close() : page.close()) };
  }
  return { url: () => served.url, open };
}

function watch(page: Page, origin: string): string[] {
  const trouble: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && !url.startsWith(`${origin}/`)) trouble.push(`asked ${url}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") trouble.push(`logged ${message.text()}`);
  });
  page.on("pageerror", (error) => trouble.push(`threw ${error.message}`));
  page.on("response", (answer) => {
    if (answer.status() >= 400) trouble.push(`got ${answer.status()} from ${answer.url()}`);
  });
  return trouble;
}
