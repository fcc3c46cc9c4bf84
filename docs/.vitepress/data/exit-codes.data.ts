import { EXIT_CODES } from "../../../src/cli/exit-codes.ts";

declare const data: Readonly<Record<number, string>>;

export { data };

/** What each exit code means, by the command line itself. */
export default { load: () => EXIT_CODES };
