import { defineConfig, devices } from "@playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "./chromium.ts";

// Workers load this file again and inherit the answer.
const executablePath = await findChromium();
process.env["CHROMIUM_PATH"] = executablePath;

export default defineConfig({
  testDir: ".",
  outputDir: "../output/playwright",
  fullyParallel: true,
  workers: 2,
  // Speed is measured by npm run bench. Here limits only end what hangs, on a busy machine too.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  forbidOnly: Boolean(process.env["CI"]),
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath, args: CHROMIUM_FLAGS },
    // A trace keeps every state of large pages, which takes a third of the time: `--trace on` where it is needed.
    trace: "off",
  },
  projects: [{ name: "chromium" }],
});
