import { defineConfig } from "vitest/config"

export default defineConfig({
  // A published specification takes seconds to compile on a busy machine.
  test: { include: ["src/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000 },
})
