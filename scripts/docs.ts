// npm run docs -- --base /userpush/   the whole site into site/, for the path that it will be served under (default: /)
import { writeApiPages } from "./docs/api-pages.ts";
import { writePages } from "./docs/pages.ts";
import { writeSdkReference } from "./docs/sdk-reference.ts";
import { writeSearchIndex } from "./docs/search-index.ts";
import { readSite } from "./docs/site.ts";
import { ensureTools } from "./docs/tools.ts";

const site = readSite(process.argv.slice(2));
ensureTools();
writeSdkReference();
writePages(site);
await writeApiPages(site);
writeSearchIndex(site);
