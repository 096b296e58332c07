import { sql } from "drizzle-orm"
import { index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

/** Drives from a station that a person knows better than the map. */
export const legOverrides = pgTable(
  "crew_leg_overrides",
  {
    id: text().primaryKey(),
    stationId: text("station_id").notNull(),
    fromPoint: text("from_point").notNull(),
    toPoint: text("to_point").notNull(),
    placeName: text("place_name").notNull(),
    milesHundredths: integer("miles_hundredths").notNull(),
    seconds: integer().notNull(),
    reason: text().notNull(),
    setAt: instant("set_at").notNull(),
    setBy: text("set_by").notNull(),
    removedAt: instant("removed_at"),
  },
  (table) => [
    uniqueIndex("crew_leg_overrides_live").on(table.fromPoint, table.toPoint).where(sql`removed_at is null`),
    index("crew_leg_overrides_station").on(table.stationId),
  ],
)
