import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/browser/**"],
    globalSetup: "test/temporary.ts",
    // Two cores are what the suite is measured on; the default would leave one of them idle.
    maxWorkers: 2,
    // Files share a worker, and so the modules that most of them load.
    isolate: false,
    // Speed is measured by npm run bench. Here a limit only ends what hangs, on a busy machine too.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
