import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGS } from "../../src/cli/chromium-args";

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../../test-results/journeys",
  // No claim about speed: a machine that does much else takes half a minute to make the model ready.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  workers: 2, // A page waits more than it computes: two cores have time for two.
  reporter: [["list"], ["json", { outputFile: "../../test-results/journeys.json" }]],
  use: {
    launchOptions: { executablePath: process.env.CHROME_PATH, args: CHROMIUM_ARGS },
    trace: "retain-on-failure",
  },
});
