import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createReport } from "../../../src/cli/render/report/create-report.ts";
import { describeInBrowser, launchBrowser } from "../../support/browser.ts";
import { madeUpNight } from "./made-up-night.ts";
import { DESTINATION, REMEDIES, rejectedRow } from "./made-up-run.ts";

/** Text and ground of every element that has text of its own, as WCAG 2 compares them. */
function lowestContrast(): number {
  const numbers = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  function luminance(colour: string): number {
    const [red = 0, green = 0, blue = 0] = numbers(colour).map((part) => linear(part / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
  function groundOf(element: Element | null): string {
    if (!element) return "rgb(255, 255, 255)";
    const { backgroundColor } = getComputedStyle(element);
    return numbers(backgroundColor)[3] === 0 ? groundOf(element.parentElement) : backgroundColor;
  }
  const texts = [...document.body.querySelectorAll("*")].filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
  );
  const contrasts = texts.map((element) => {
    const [one, other] = [getComputedStyle(element).color, groundOf(element)].map(luminance) as [
      number,
      number,
    ];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  });
  return Math.min(...contrasts);
}

describeInBrowser("the report in a browser", () => {
  let browser: Browser;
  let folder = "";
  let address = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "userpush-report-"));
    const file = join(folder, "run.html");
    const report = createReport({ file, destination: DESTINATION, remedies: REMEDIES, effect: "upsert" });
    for (const event of madeUpNight()) report.add(event);
    const long = {
      ...rejectedRow(9, { field: "x".repeat(90), message: "y".repeat(250) }),
      key: "z".repeat(250),
    };
    report.add({ ...long, file: `/${"folder/".repeat(20)}roster.csv` });
    report.write({ rejects: "roster.rejects.csv" });
    address = pathToFileURL(file).href;
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  test.each([
    [360, "light"],
    [360, "dark"],
    [1100, "light"],
    [1100, "dark"],
  ] as const)(
    "fits %i pixels and can be read in %s colours, without script or requests",
    async (width, scheme) => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme });
      const page = await context.newPage();
      const requests: string[] = [];
      const complaints: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      page.on("console", (message) => complaints.push(message.text()));
      await page.goto(address);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await page.evaluate(lowestContrast)).toBeGreaterThan(4.5);
      expect(await page.locator("svg path.curve").boundingBox()).toMatchObject({
        height: expect.any(Number),
      });
      expect({ requests, complaints }).toEqual({ requests: [address], complaints: [] });
      await context.close();
    },
  );

  test("has an outline, and a chart that is told in words", async () => {
    const page = await browser.newPage();
    await page.goto(address);
    expect(await page.getByRole("heading", { level: 1 }).allTextContents()).toEqual(["Push to opscom"]);
    expect(await page.getByRole("heading", { level: 2 }).count()).toBeGreaterThan(5);
    expect(await page.getByRole("img", { name: /answers per second on average/ }).count()).toBe(1);
    expect(await page.getByRole("row", { name: "read 12,482" }).count()).toBe(1);
    await page.close();
  });
});
