// npm run build: src/ to dist/. Declarations file by file; JavaScript one file for each entry and what entries share,
// because an import of fifty small files takes ten times as long as one of three.
import { execFileSync } from "node:child_process";
import { chmod, rm } from "node:fs/promises";
import { build } from "rolldown";
import packageJson from "../package.json" with { type: "json" };

const BIN = packageJson.bin.userpush;
const MODULES = Object.values(packageJson.exports).filter((file) => file.endsWith(".js"));
const NAME = /^(?:\.\/)?dist\/(.+)\.js$/;
/** What each API's client loads at once; `raw` and XML are loaded with their first use. */
const EVERY_CLIENT = /src\/(client\/(?!guarded-raw|openapi-fetch)|contract\/|wire\/json)/;
/** What one API's client loads beside that: itself, and what it knows of its calls. */
const ONE_CLIENT = /src\/(?:apis|generated)\/(\w+)(?:\.ts|\/(?:calls|rules)\.gen\.ts)$/;

await rm("dist", { recursive: true, force: true });
execFileSync("tsc", ["-p", "tsconfig.build.json"], { stdio: "inherit" });
await build({
  input: Object.fromEntries([...MODULES, BIN].map(entry)),
  // Nothing of others is taken in, and nothing of a platform is replaced.
  external: /^[^./]/,
  platform: "neutral",
  output: {
    dir: "dist",
    // As deep as the files of src, which find the documents two folders above.
    chunkFileNames: "chunks/[name]-[hash].js",
    hashCharacters: "hex",
    comments: { jsdoc: false },
    codeSplitting: {
      groups: [
        { name: "client", test: EVERY_CLIENT },
        { name: apiOf, debugName: "api", test: ONE_CLIENT },
      ],
    },
  },
  logLevel: "warn",
});
await chmod(BIN, 0o755);

function entry(file: string): [name: string, source: string] {
  const name = NAME.exec(file)?.[1] ?? "";
  return [name, `src/${name}.ts`];
}

function apiOf(file: string): string | null {
  return ONE_CLIENT.exec(file)?.[1] ?? null;
}
