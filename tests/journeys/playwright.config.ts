import { defineConfig } from "@playwright/test";
import { CHROMIUM_ARGS } from "../../src/cli/chromium-args";

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../../test-results/journeys",
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 1, // Two cores: a second page would only slow down the first one's model.
  reporter: [["list"], ["json", { outputFile: "../../test-results/journeys.json" }]],
  use: {
    launchOptions: { executablePath: process.env.CHROME_PATH, args: CHROMIUM_ARGS },
    trace: "retain-on-failure",
  },
});
