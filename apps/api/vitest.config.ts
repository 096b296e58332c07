import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    globalSetup: ["src/platform/testing/global-setup.ts"],
    pool: "forks",
    // Nothing is kept outside of an application, so that files share the modules of their worker: half the time.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
