import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    projects: [
      "apps/admin",
      "apps/api",
      "apps/customer",
      "apps/sandbox",
      "evaluation",
      "packages/contract",
      "packages/ui",
      "scripts",
    ],
    reporters: ["default", ["json", { outputFile: ".build/vitest.json" }]],
  },
})
