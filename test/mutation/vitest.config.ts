import { defineConfig } from "vitest/config";

/** Talk to real servers and let real time pass: too slow to run once for each mutant of a file that others judge as well. */
const SLOW = ["abort", "outcomes", "raw", "redirects", "secrets", "msw", "nock"];

// Mutants are told by the tests of the clients alone; `MUTATION_TESTS` adds slow ones, by name, or `all` of them.
const added = process.env["MUTATION_TESTS"]?.split(",") ?? [];
const excluded = SLOW.filter((name) => !added.includes(name) && !added.includes("all"));

export default defineConfig({
  test: {
    include: ["test/client/**/*.test.ts"],
    exclude: ["test/client/**/*.full.test.ts", ...excluded.map((name) => `test/client/${name}.test.ts`)],
    testTimeout: 20_000,
  },
});
