import { sql } from "drizzle-orm"
import { bigint, bigserial, check, index, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"
import { payments } from "../tables.ts"

/** The chart of accounts; its rows are written by the first migration. */
export const accounts = pgTable("payments_accounts", {
  code: text().primaryKey(),
  title: text().notNull(),
  kind: text().$type<"asset" | "liability" | "revenue" | "expense">().notNull(),
})

/** A ledger entry is never changed: a correction is another entry that reverses it. */
export const ledgerEntries = pgTable(
  "payments_ledger_entries",
  {
    id: text().primaryKey(),
    /** What happened, once: `payment:<id>:received`. */
    key: text().notNull().unique(),
    kind: text().notNull(),
    description: text().notNull(),
    bookingId: text("booking_id"),
    paymentId: text("payment_id").references(() => payments.id),
    reversesId: text("reverses_id").unique(),
    at: instant().notNull(),
  },
  (table) => [
    index("payments_ledger_entries_newest").on(table.at, table.id),
    index("payments_ledger_entries_payment").on(table.paymentId),
    index("payments_ledger_entries_booking").on(table.bookingId),
  ],
)

/** Debits positive, credits negative. */
export const ledgerLines = pgTable(
  "payments_ledger_lines",
  {
    id: bigserial({ mode: "number" }).primaryKey(),
    entryId: text("entry_id")
      .notNull()
      .references(() => ledgerEntries.id),
    account: text()
      .notNull()
      .references(() => accounts.code),
    amountCents: bigint("amount_cents", { mode: "number" }).notNull(),
    currency: text().$type<"USD">().notNull(),
    /** To whom tips are owed, once that is known. */
    chefId: text("chef_id"),
  },
  (table) => [
    index("payments_ledger_lines_entry").on(table.entryId),
    index("payments_ledger_lines_account").on(table.account),
    check("payments_ledger_lines_amount", sql`${table.amountCents} <> 0`),
  ],
)
