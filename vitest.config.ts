import { defineConfig } from "vitest/config";

// CI adds up one report for each run; see .ci/count.mjs.
const report = `reports/${(process.env["npm_lifecycle_event"] ?? "tests").replace(":", "-")}.json`;

// `npm test` runs the fast project; `npm run test:full` runs what needs a browser, other
// tools or many minutes, and looks at the built site.
export default defineConfig({
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: process.env["CI"] ? ["default", ["json", { outputFile: report }]] : ["default"],
    coverage: {
      include: ["src/client/**", "src/apis/**"],
      thresholds: { lines: 100, branches: 100, functions: 100, statements: 100 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: "fast",
          include: ["test/**/*.test.ts", "examples/vitest/*.test.ts"],
          exclude: ["**/node_modules/**", "test/**/*.full.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "full",
          include: ["test/**/*.full.test.ts"],
          exclude: ["**/node_modules/**", "test/docs/**"],
          testTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          name: "site",
          include: ["test/docs/*.full.test.ts"],
          globalSetup: "test/docs/build-sites.ts",
          testTimeout: 120_000,
        },
      },
    ],
  },
});
