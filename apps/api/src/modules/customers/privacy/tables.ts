import type { PrivacyExportStatus } from "@myhibachi/contract/privacy"
import { index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"
import { customers } from "../tables.ts"

/** Copies of what is kept about a person, made by a job; the document goes when the link expires. */
export const privacyExports = pgTable(
  "customers_privacy_exports",
  {
    id: text().primaryKey(),
    customerId: text("customer_id")
      .notNull()
      .references(() => customers.id),
    status: text().$type<PrivacyExportStatus>().notNull(),
    stepsDone: integer("steps_done").notNull(),
    steps: integer().notNull(),
    document: jsonb().$type<Record<string, object[]>>(),
    requestedBy: text("requested_by").notNull(),
    requestedAt: instant("requested_at").notNull(),
    expiresAt: instant("expires_at"),
  },
  (table) => [index("customers_privacy_exports_customer").on(table.customerId, table.requestedAt)],
)
