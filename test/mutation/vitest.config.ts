import { defineConfig } from "vitest/config";

/** Talk to real servers and let real time pass: too slow to run once for each mutant of a file that others judge as well. */
const SLOW = ["abort", "outcomes", "raw", "redirects", "secrets", "msw", "nock"];

// Mutants are told by the tests of the clients alone; `MUTATION_TESTS=all` adds the slow ones.
const excluded =
  process.env["MUTATION_TESTS"] === "all" ? [] : SLOW.map((name) => `test/client/${name}.test.ts`);

export default defineConfig({
  test: {
    include: ["test/client/**/*.test.ts"],
    exclude: ["test/client/**/*.full.test.ts", ...excluded],
    testTimeout: 20_000,
  },
});
