import Module, { createRequire } from "node:module";
import { MissingPeerError } from "./missing-peer-error.ts";

/** The version that `package.json` names as the peer: one that judges JSON well and runs on every Node we support. */
const PRISM = "@stoplight/prism-http@5.12.0";

/** What Prism invents answers with. */
const FAKER = "@faker-js/faker";

/**
 * Loads Prism's engine.
 * @throws MissingPeerError when the package is not installed.
 */
export function importPrism(): typeof import("@stoplight/prism-http") {
  const require = createRequire(import.meta.url);
  try {
    return withFakerLater(createRequire(require.resolve("@stoplight/prism-http")), () =>
      require("@stoplight/prism-http"),
    );
  } catch (cause) {
    throw new MissingPeerError(
      `The contract mock needs Prism's engine. Install it: npm install --save-dev --save-exact ${PRISM}`,
      { cause },
    );
  }
}

/**
 * Prism loads the words of sixty languages, which is half of its start, for the answers that it can invent.
 * Here they come from the document, unless a request prefers `dynamic`: then the words are loaded.
 * All of it happens within one turn, so that nobody else gets what stands in for them.
 */
function withFakerLater<T>(require: NodeJS.Require, load: () => T): T {
  const path = require.resolve(FAKER);
  if (require.cache[path]) return load();
  const standIn = new Module(path);
  standIn.exports = {
    default: new Proxy({}, { get: (_, words) => require(FAKER).default[words] }),
  };
  standIn.loaded = true;
  require.cache[path] = standIn;
  try {
    return load();
  } finally {
    delete require.cache[path];
  }
}
