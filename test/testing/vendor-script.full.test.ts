import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ContractMock, startContractMock } from "../../src/testing/index.ts";
import { describeInBrowser, launchBrowser } from "../support/browser.ts";
import { OPSCOM_JAVASCRIPT } from "../vendor-facts/samples.ts";

/** The saved page flattened the script to one line, and lost with this break the end of the statement before it. */
const LINE_BREAK = [" request.send(", "\nrequest.send("] as const;

const ORIGIN = "https://controller.operationscommander.io";

describeInBrowser("the JavaScript sample of the OPS-COM page, in a browser", () => {
  let mock: ContractMock;
  let browser: Browser;
  const site = createServer((_, response) => {
    response.setHeader("content-type", "text/html").end("<title>A page</title>");
  });

  beforeAll(async () => {
    mock = await startContractMock({ apis: ["opscom"] });
    browser = await launchBrowser();
    await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  });
  afterAll(async () => {
    await browser?.close();
    await mock?.close();
    site.close();
  });

  test("with only its origin rewritten, is answered with the documented success across origins", async () => {
    const page = await browser.newPage();
    const logged: string[] = [];
    page.on("console", (message) => logged.push(message.text()));
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    expect(OPSCOM_JAVASCRIPT).toContain(ORIGIN);
    await page.evaluate(OPSCOM_JAVASCRIPT.replace(ORIGIN, mock.url).replace(...LINE_BREAK));
    await expect.poll(() => logged.join("\n")).toContain('Body: {"status":"success","reference_id":44}');
    expect(logged.join("\n")).toContain("Status: 200");
  });
});
