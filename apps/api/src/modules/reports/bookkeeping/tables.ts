import { integer, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

/** What the accountant's program calls our accounts; an account without a row has no names yet. */
export const accountNames = pgTable("reports_account_names", {
  account: text().primaryKey(),
  quickbooksAccount: text("quickbooks_account").notNull(),
  xeroCode: text("xero_code").notNull(),
  xeroTaxRate: text("xero_tax_rate").notNull(),
  version: integer().notNull(),
  updatedBy: text("updated_by").notNull(),
  updatedAt: instant("updated_at").notNull(),
})
