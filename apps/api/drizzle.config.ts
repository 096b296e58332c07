import { defineConfig } from "drizzle-kit"

export default defineConfig({
  dialect: "postgresql",
  schema: [
    "./src/modules/**/tables.ts",
    "./src/providers/payments/manual-tables.ts",
    "./src/platform/audit.ts",
    "./src/platform/http/idempotency.ts",
  ],
  out: "./migrations",
})
