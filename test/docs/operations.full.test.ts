import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { APIS } from "../../scripts/docs/site.ts";
import { describeInBrowser } from "../support/browser.ts";
import { openSite, sites } from "./open-site.ts";
import {
  type Rendered,
  type RenderedOperation,
  renderDocuments,
  renderedOperations,
} from "./render-documents.ts";

const operations = renderedOperations(await renderDocuments());

/** What a page shows, without what is only typography. */
function plain(text: string): string {
  return text.replace(/["“”'‘’`]/g, "").replace(/\s+/g, " ");
}

async function textOf(page: Page): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is folded up is not shown.
  return plain(await page.evaluate(() => document.body.innerText));
}

/**
 * Redoc's menu opens downwards, and would end below the window. Twice, because the panel around it sticks to the window, and
 * lies elsewhere once it is let go.
 */
function moveToMiddle(button: Element): void {
  for (let times = 0; times < 2; times += 1) button.scrollIntoView({ block: "center" });
}

/** What a reader sees of an operation who unfolds everything and looks into each answer. */
async function readAll(page: Page): Promise<string> {
  const texts: string[] = [];
  for (const fold of await page.locator("details > summary").all()) await fold.click();
  for (const status of ["200", "400", "default"]) {
    await page.getByRole("tab", { name: status }).first().click();
    const unfold = page.getByText("Expand all", { exact: true });
    // Redoc may take the button away between the count and the click; what stays folded fails what reads the page.
    while ((await unfold.count()) > 0)
      await unfold
        .first()
        .click({ timeout: 5_000 })
        .catch(() => undefined);
    texts.push(await textOf(page));
  }
  return texts.join(" ");
}

/** All that a document has under some key, wherever it stands. */
function gather(node: Rendered, key: string): Rendered[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries<Rendered>(node).flatMap(([name, value]) =>
    name === key ? [value] : gather(value, key),
  );
}

describeInBrowser("the operations on their pages", () => {
  // The base path makes no difference to what is on a page.
  const { open } = openSite(sites[0] ?? { base: "/", folder: "" });

  async function openOperation({ api, operation }: RenderedOperation) {
    const place = `${operation.tags[0]}/${operation.operationId.toLowerCase()}`;
    // Alone, because Redoc remembers the language that was chosen last.
    const { page, close } = await open(`apis/${api}.html#/${place}`, { alone: true });
    // The page stands still when all of it is there.
    for (const { operation: one } of operations.filter((other) => other.api === api))
      await page.getByRole("heading", { name: one.summary }).first().waitFor();
    return { page, close };
  }

  /** Where an operation offers its languages: the innermost box that has its path and the chosen one. */
  function languagesOf(page: Page, path: string, chosen: string): Locator {
    return page
      .locator("div")
      .filter({ has: page.getByText(path, { exact: true }) })
      .filter({ has: page.getByText(chosen, { exact: true }) })
      .last()
      .getByText(chosen, { exact: true });
  }

  test.each(operations)("$operation.operationId has a sample in each language", async (one) => {
    const { page, close } = await openOperation(one);
    let chosen = "curl";
    for (const { lang, source } of one.operation["x-codeSamples"]) {
      const languages = languagesOf(page, one.path, chosen);
      await languages.evaluate(moveToMiddle);
      await languages.click();
      await page.getByRole("menuitem", { name: lang, exact: true }).click();
      await expect.poll(() => textOf(page)).toContain(plain(source).trim());
      chosen = lang;
    }
    await close();
  });

  test.each(APIS)("%s: the faults and the reasons of its document can be read", async (api) => {
    const document = parse(readFileSync(`openapi/${api}.yaml`, "utf8"));
    const texts: string[] = [];
    for (const one of operations.filter((operation) => operation.api === api)) {
      const { page, close } = await openOperation(one);
      texts.push(await readAll(page));
      await close();
    }
    const shown = texts.join(" ");
    const reasons = gather(document, "x-inferred").flatMap((marks) => Object.values<string>(marks));
    const rows = gather(document, "x-faults").flatMap(({ table = [] }) => table);
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(shown).toContain(plain(reason).trim());
    for (const { codes, meaning, remedy } of rows) {
      expect(shown).toContain(plain(`${codes.join(", ")} ${meaning} ${remedy}`));
    }
  });
});
