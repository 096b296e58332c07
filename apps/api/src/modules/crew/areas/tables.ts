import type { AreaEffect, AreaGeometry } from "@myhibachi/contract/areas"
import { integer, jsonb, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

/** Regions where we come whatever the distance, or do not come at all. */
export const serviceAreas = pgTable("crew_service_areas", {
  id: text().primaryKey(),
  name: text().notNull(),
  effect: text().$type<AreaEffect>().notNull(),
  stationId: text("station_id"),
  zipCodes: text("zip_codes").array().notNull(),
  geometry: jsonb().$type<AreaGeometry>(),
  version: integer().notNull().default(1),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
  removedAt: instant("removed_at"),
})
