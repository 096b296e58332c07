import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    projects: ["apps/api", "apps/sandbox", "evaluation", "packages/contract", "scripts"],
    reporters: ["default", ["json", { outputFile: ".build/vitest.json" }]],
  },
})
