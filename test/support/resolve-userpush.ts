// Preloaded by examples under test: `userpush/…` means the sources beside it, as the package's own name does once it is built.
import { registerHooks } from "node:module";
import packageJson from "../../package.json" with { type: "json" };

const ROOT = new URL("../../", import.meta.url);
const EXPORTS: Readonly<Record<string, string>> = packageJson.exports;

registerHooks({
  resolve(specifier, context, next) {
    const built = specifier.startsWith("userpush") ? EXPORTS[specifier.replace("userpush", ".")] : undefined;
    if (!built) return next(specifier, context);
    const source = built.replace("./dist/", "src/").replace(/\.js$/, ".ts");
    return { url: new URL(source, ROOT).href, shortCircuit: true };
  },
});
