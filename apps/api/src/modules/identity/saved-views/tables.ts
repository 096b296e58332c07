import type { StaffRole } from "@myhibachi/contract/identity"
import type { ViewedList } from "@myhibachi/contract/saved-views"
import { sql } from "drizzle-orm"
import { boolean, integer, jsonb, pgTable, text, unique, uniqueIndex } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"
import { users } from "../tables.ts"

/** Filters and order of a list, kept under a name by one of the staff. */
export const savedViews = pgTable(
  "identity_saved_views",
  {
    id: text().primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    list: text().$type<ViewedList>().notNull(),
    name: text().notNull(),
    filters: jsonb().$type<Record<string, string>>().notNull(),
    roles: jsonb().$type<StaffRole[]>().notNull(),
    isDefault: boolean("is_default").notNull(),
    version: integer().notNull().default(1),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    unique("identity_saved_views_name").on(table.userId, table.list, table.name),
    uniqueIndex("identity_saved_views_default").on(table.userId, table.list).where(sql`${table.isDefault}`),
  ],
)
