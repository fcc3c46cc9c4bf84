import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ContractMock, startContractMock } from "../../src/testing/index.ts";
import { launchBrowser } from "../support/browser.ts";
import { type Installation, installPackage } from "../support/installed-package.ts";
import { describeOnRuntimes, runtime } from "../support/runtimes.ts";

const run = promisify(execFile);

/** What the smoke program returns where everything is as documented. */
const WANT = "44 4 2021053 2021053 1 1 1 400 rejected network true";

describeOnRuntimes("the packed package, installed in a clean folder, calls the mock", () => {
  let mock: ContractMock;
  let installed: Installation;
  beforeAll(async () => {
    mock = await startContractMock();
    installed = installPackage();
    for (const file of ["smoke.ts", "run-smoke.ts", "worker.ts"])
      installed.copy(`test/runtimes/${file}`, file);
    await bundle("run-smoke.ts", "node");
    await bundle("worker.ts", "neutral");
    await bundle("smoke.ts", "browser");
  });
  afterAll(async () => {
    await mock.close();
    installed.remove();
  });

  /** Strips the types, and for those that cannot look into node_modules, puts everything into one file. */
  function bundle(file: string, platform: "node" | "neutral" | "browser") {
    const kept =
      platform === "node" ? ["--external:userpush"] : ["--main-fields=module,main", "--conditions=import"];
    const options = [
      "--bundle",
      "--format=esm",
      `--platform=${platform}`,
      ...kept,
      `--outfile=${file.replace(".ts", ".mjs")}`,
    ];
    return run(runtime(".bin/esbuild"), [file, ...options], { cwd: installed.folder });
  }

  test.each<[string, string, string[]]>([
    ["Node 22", runtime("node22/bin/node"), []],
    ["Node 24", process.execPath, []],
    ["Node 26", runtime("node26/bin/node"), []],
    ["Bun", runtime(".bin/bun"), ["run"]],
    [
      "Deno",
      runtime(".bin/deno"),
      ["run", "--allow-net", "--allow-env", "--allow-read", "--node-modules-dir=manual"],
    ],
  ])("on %s", async (_name, command, options) => {
    const { stdout } = await run(command, [...options, "run-smoke.mjs", mock.url], { cwd: installed.folder });
    expect(stdout.trim()).toBe(WANT);
  });

  test.each([
    ["Node 22", runtime("node22/bin/node")],
    [`Node ${process.versions.node}`, process.execPath],
    ["Node 26", runtime("node26/bin/node")],
  ])("on %s the command line pushes a roster, and has no complaint", async (name, command) => {
    const roster = "unique_id,login_source,first_name\n7,OPSCOM,Ann\n8,OPSCOM,Bob\n";
    writeFileSync(join(installed.folder, "roster.csv"), roster);
    const bin = join("node_modules", "userpush", "dist", "cli", "bin.js");
    const options = ["--api", "opscom", "--base-url", mock.url, "--first-run", "--state", `${name}.sqlite`];
    const { stdout, stderr } = await run(command, [bin, "push", "roster.csv", ...options], {
      cwd: installed.folder,
      env: { ...process.env, OPSCOM_TENANT: "OC_TOMA", OPSCOM_API_TOKEN: "YOUR-API-TOKEN" },
    });
    expect(stdout).toContain("2 read = 2 pushed");
    expect(stderr).toBe("");
  });

  test("in workerd", async () => {
    const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (modules = [(name = "worker.mjs", esModule = embed "worker.mjs")], compatibilityDate = "2026-01-01")),
    (name = "internet", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);`;
    writeFileSync(join(installed.folder, "config.capnp"), config);
    const args = ["serve", "config.capnp", "--control-fd=1"];
    const workerd = spawn(runtime(".bin/workerd"), args, {
      cwd: installed.folder,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [ready] = (await once(workerd.stdout, "data")) as [Buffer];
    const { port } = JSON.parse(ready.toString().split("\n")[0] ?? "") as { port: number };
    const answer = await fetch(`http://127.0.0.1:${port}/?mock=${encodeURIComponent(mock.url)}`);
    expect(await answer.text()).toBe(WANT);
    workerd.kill();
  });

  test("in Chromium, from another origin", async () => {
    const script = readFileSync(join(installed.folder, "smoke.mjs"));
    const site = createServer((request, response) => {
      const isScript = request.url === "/smoke.mjs";
      response
        .setHeader("content-type", isScript ? "text/javascript" : "text/html")
        .end(isScript ? script : "<title>A page</title>");
    });
    await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
    const browser = await launchBrowser();
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    const code = `import("/smoke.mjs").then(({ smoke }) => smoke(${JSON.stringify(mock.url)}))`;
    expect(await page.evaluate(code)).toBe(WANT);
    await browser.close();
    site.close();
  });
});
