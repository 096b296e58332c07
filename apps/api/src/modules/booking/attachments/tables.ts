import type { AttachmentKind, AttachmentType } from "@myhibachi/contract/attachment"
import { index, integer, pgTable, text } from "drizzle-orm/pg-core"
import { bytes, instant } from "#platform/database/columns.ts"
import { bookings } from "../tables.ts"

/** Pictures of a party's place, and evidence; in the database, so that one backup holds all. */
export const attachments = pgTable(
  "booking_attachments",
  {
    id: text().primaryKey(),
    bookingId: text("booking_id")
      .notNull()
      .references(() => bookings.id),
    kind: text().$type<AttachmentKind>().notNull(),
    filename: text().notNull(),
    contentType: text("content_type").$type<AttachmentType>().notNull(),
    content: bytes().notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    /** SHA-256 in hex. */
    hash: text().notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    removedAt: instant("removed_at"),
  },
  (table) => [index("booking_attachments_booking").on(table.bookingId, table.createdAt)],
)
