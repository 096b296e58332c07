import type { BreakKind, ReconciliationState } from "@myhibachi/contract/reconciliation"
import { bigint, index, integer, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

const cents = (name: string) => bigint(name, { mode: "number" })

/** Comparisons of a day of the provider's account with our books. */
export const reconciliations = pgTable(
  "payments_reconciliations",
  {
    id: text().primaryKey(),
    /** `2026-12-24`, of UTC. */
    day: text().notNull(),
    state: text().$type<ReconciliationState>().notNull(),
    movements: integer().notNull().default(0),
    entries: integer().notNull().default(0),
    startedBy: text("started_by").notNull(),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at"),
  },
  (table) => [
    index("payments_reconciliations_newest").on(table.startedAt, table.id),
    index("payments_reconciliations_day").on(table.day),
  ],
)

/** What did not agree. */
export const reconciliationBreaks = pgTable(
  "payments_reconciliation_breaks",
  {
    id: text().primaryKey(),
    runId: text("run_id")
      .notNull()
      .references(() => reconciliations.id),
    kind: text().$type<BreakKind>().notNull(),
    /** What it is about: the beginning of the ledger's key, or the provider's movement. */
    subject: text().notNull(),
    description: text().notNull(),
    thereCents: cents("there_cents"),
    hereCents: cents("here_cents"),
    providerReference: text("provider_reference"),
    paymentId: text("payment_id"),
    resolvedAt: instant("resolved_at"),
    resolvedBy: text("resolved_by"),
    resolution: text(),
  },
  (table) => [
    index("payments_reconciliation_breaks_run").on(table.runId),
    index("payments_reconciliation_breaks_subject").on(table.subject),
  ],
)
