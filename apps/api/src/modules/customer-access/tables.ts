import { index, integer, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

/** One-time codes of customers; the code itself is only in the mail. */
export const accessCodes = pgTable(
  "customer_access_codes",
  {
    id: text().primaryKey(),
    email: text().notNull(),
    codeHash: text("code_hash"),
    triesLeft: integer("tries_left").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [index("customer_access_codes_email").on(table.email, table.createdAt)],
)
