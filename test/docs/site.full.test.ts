import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { describeInBrowser, launchBrowser } from "../support/browser.ts";

const PAGES = [
  ["opscom", "Profiles", ["Create or update a user", "List the user types"]],
  ["activeplatform", "Users", ["Create a user"]],
  ["ccs", "Users", ["Add a user"]],
] as const;

describeInBrowser("the API pages that npm run docs writes", () => {
  let browser: Browser;
  const site = createServer((request, response) => {
    const isPage = request.url?.endsWith(".html");
    response.writeHead(isPage ? 200 : 204, { "content-type": "text/html" });
    response.end(isPage ? readFileSync(`site${request.url}`) : undefined);
  });
  beforeAll(async () => {
    execFileSync("npm", ["run", "docs"], { stdio: "ignore" });
    browser = await launchBrowser();
    await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  });
  afterAll(async () => {
    await browser?.close();
    site.close();
  });

  test.each(PAGES)(
    "%s shows its operations, asks no other origin, and logs no error",
    async (api, tag, operations) => {
      const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
      const page = await browser.newPage();
      const trouble: string[] = [];
      page.on("request", (request) => {
        if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(origin))
          trouble.push(request.url());
      });
      page.on("console", (message) => {
        if (message.type() === "error") trouble.push(message.text());
      });
      page.on("pageerror", (error) => trouble.push(error.message));
      await page.goto(`${origin}/${api}.html`);
      await page.getByText(tag).first().click();
      for (const operation of operations) await page.getByRole("link", { name: operation }).first().waitFor();
      expect(trouble).toEqual([]);
      await page.close();
    },
  );
});
