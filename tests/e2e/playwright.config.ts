// How the tests of the site start: those of pure functions as they are, the others in a browser.
// Run: npx playwright test -c tests/e2e

import { defineConfig } from "@playwright/test";

const CI_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

export default defineConfig({
  testDir: "..",
  testMatch: ["unit/**/*.spec.ts", "e2e/**/*.spec.ts"],
  outputDir: "../../target/e2e",
  // Each page starts an interpreter of its own: more at once only makes all of them slow.
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env["CI"]),
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    launchOptions: {
      executablePath: process.env["STRIDELAB_CHROMIUM"] ?? "/usr/bin/chromium",
      args: CI_FLAGS,
    },
    trace: "retain-on-failure",
  },
});
