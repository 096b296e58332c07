import type { TimeOffStatus } from "@myhibachi/contract/chef-time"
import { index, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"
import { chefs, claims } from "../tables.ts"

/** What a chef asked for and what became of it; the time itself is taken by a claim. */
export const timeOff = pgTable(
  "crew_time_off",
  {
    id: text().primaryKey(),
    chefId: text("chef_id")
      .notNull()
      .references(() => chefs.id),
    fromAt: instant("from_at").notNull(),
    toAt: instant("to_at").notNull(),
    reason: text().notNull(),
    status: text().$type<TimeOffStatus>().notNull(),
    requestedBy: text("requested_by").notNull(),
    requestedAt: instant("requested_at").notNull(),
    decidedBy: text("decided_by"),
    decidedAt: instant("decided_at"),
    decisionReason: text("decision_reason"),
    claimId: text("claim_id").references(() => claims.id),
  },
  (table) => [
    index("crew_time_off_chef").on(table.chefId, table.fromAt),
    index("crew_time_off_status").on(table.status, table.requestedAt),
  ],
)
