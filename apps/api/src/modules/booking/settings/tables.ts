import type { BookingSettings } from "@myhibachi/contract/booking-settings"
import { integer, jsonb, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

/** One row: how we work around a booked party. */
export const bookingSettings = pgTable("booking_settings", {
  id: text().primaryKey(),
  version: integer().notNull(),
  settings: jsonb().$type<BookingSettings>().notNull(),
  changedAt: instant("changed_at").notNull(),
  changedBy: text("changed_by").notNull(),
})
