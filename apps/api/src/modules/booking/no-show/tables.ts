import type { NoShowReport } from "@myhibachi/contract/booking-life"
import { sql } from "drizzle-orm"
import { doublePrecision, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core"
import { bytes, instant } from "#platform/database/columns.ts"

/** Photos that belong to a booking. */
export const attachments = pgTable(
  "booking_attachments",
  {
    id: text().primaryKey(),
    bookingId: text("booking_id").notNull(),
    filename: text().notNull(),
    contentType: text("content_type").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    content: bytes().notNull(),
    sha256: text().notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [index("booking_attachments_booking").on(table.bookingId, table.createdAt)],
)

/** What a chef found where a party should have been, and what a manager made of it. */
export const noShows = pgTable(
  "booking_no_shows",
  {
    id: text().primaryKey(),
    bookingId: text("booking_id").notNull(),
    status: text().$type<NoShowReport["status"]>().notNull(),
    observedAt: instant("observed_at").notNull(),
    latitude: doublePrecision().notNull(),
    longitude: doublePrecision().notNull(),
    accuracyMeters: doublePrecision("accuracy_meters").notNull(),
    distanceMeters: integer("distance_meters").notNull(),
    note: text().notNull(),
    attachmentId: text("attachment_id")
      .notNull()
      .references(() => attachments.id),
    chefId: text("chef_id").notNull(),
    reportedBy: text("reported_by").notNull(),
    reportedAt: instant("reported_at").notNull(),
    decidedBy: text("decided_by"),
    decidedAt: instant("decided_at"),
    decisionNote: text("decision_note"),
  },
  (table) => [
    uniqueIndex("booking_no_shows_open").on(table.bookingId).where(sql`${table.status} = 'reported'`),
    index("booking_no_shows_booking").on(table.bookingId, table.reportedAt),
  ],
)
