// npm run build: src/ to dist/, as JavaScript and declarations, nothing bundled.
import { execFileSync } from "node:child_process";
import { chmod, rm } from "node:fs/promises";

await rm("dist", { recursive: true, force: true });
execFileSync("tsc", ["-p", "tsconfig.build.json"], { stdio: "inherit" });
await chmod("dist/cli/bin.js", 0o755);
