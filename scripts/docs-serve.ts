// npm run docs:serve -- --base /userpush/ --port 8080   shows the site that npm run docs has written (default: /, port 4000)
import { parseArgs } from "node:util";
import { serveSite } from "./docs/serve-site.ts";

const { values } = parseArgs({
  options: {
    base: { type: "string", default: "/" },
    out: { type: "string", default: "site" },
    port: { type: "string", default: "4000" },
  },
});
const { url } = await serveSite({ base: values.base, folder: values.out }, Number(values.port));
console.log(`${url} shows ${values.out}/. Ctrl-C ends it.`);
