// On a command line: the address of the mock is the last argument.
import { smoke } from "./smoke.ts";

console.log(await smoke(process.argv.at(-1) ?? ""));
