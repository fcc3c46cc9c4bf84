import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { describe } from "vitest";

const CANDIDATES = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/google-chrome"];

const executablePath = CANDIDATES.find((file) => file && existsSync(file));

/** Whether there is a browser, or CI promises one. */
export const hasBrowser = executablePath !== undefined || process.env["CI"] !== undefined;

/** A suite that needs a browser: skipped by name where there is none, and failed where CI promises one. */
export const describeInBrowser = hasBrowser ? describe : describe.skip;

/** Starts a browser that talks to nobody but the pages under test. */
export function launchBrowser() {
  const quiet = [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  return chromium.launch({ executablePath: executablePath ?? "chromium", args: ["--no-sandbox", ...quiet] });
}
