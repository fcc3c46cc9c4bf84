import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedSite, serveSite } from "../../scripts/docs/serve-site.ts";
import { readSite } from "../../scripts/docs/site.ts";

describe("the server of npm run docs:serve", () => {
  const outside = mkdtempSync(join(tmpdir(), "userpush-serve-"));
  const folder = mkdtempSync(join(outside, "site-"));
  let served: ServedSite;
  beforeAll(async () => {
    writeFileSync(join(outside, "secret.html"), "secret");
    writeFileSync(join(folder, "index.html"), "welcome");
    writeFileSync(join(folder, "404.html"), "nothing here");
    served = await serveSite({ base: "/userpush/", folder });
  });
  afterAll(() => {
    served.close();
    rmSync(outside, { recursive: true });
  });

  /** Asks for a path as it is written: `fetch` would tidy it up. */
  async function ask(path: string): Promise<string> {
    const socket = connect(Number(new URL(served.url).port), "127.0.0.1");
    socket.write(`GET ${path} HTTP/1.1\r\nHost: site\r\nConnection: close\r\n\r\n`);
    return (await text(socket)).split("\r\n")[0] ?? "";
  }

  test.each([
    ["/userpush/", "200"],
    ["/userpush/index.html?x=1", "200"],
    ["/userpush/nothing.html", "404"],
    ["/", "404"],
    ["/userpush/../secret.html", "404"],
    ["/userpush/%2e%2e%2fsecret.html", "404"],
    ["/userpush/..%5csecret.html", "404"],
    ["/userpush/%E0%A4%A", "404"],
    ["/userpush/%00", "404"],
  ])("answers %s with %s", async (path, status) => {
    expect(await ask(path)).toContain(` ${status} `);
  });
});

describe("the base path of the site", () => {
  test("is / unless the command line says otherwise", () => {
    expect(readSite([])).toEqual({ base: "/", folder: "site" });
    expect(readSite(["--base", "/a/b/", "--out", "c"])).toEqual({ base: "/a/b/", folder: "c" });
  });

  test.each(["userpush", "/userpush", "userpush/", "//", "/../", ""])("is not %j", (base) => {
    expect(() => readSite(["--base", base])).toThrow("--base must begin and end with a slash");
  });
});
