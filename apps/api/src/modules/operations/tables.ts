import { bigserial, boolean, index, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

/** Every change of a flag by staff; the newest row of a flag counts from the next start. */
export const flagChanges = pgTable(
  "operations_flag_changes",
  {
    /** Counts up, so that the newest is known even within one instant. */
    id: bigserial({ mode: "number" }).primaryKey(),
    flag: text().notNull(),
    isOn: boolean("is_on").notNull(),
    reason: text().notNull(),
    changedBy: text("changed_by").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [index("operations_flag_changes_newest").on(table.flag, table.id)],
)
