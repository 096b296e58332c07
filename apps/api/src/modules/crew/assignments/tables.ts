import type { AssignmentResponse, IncidentKind, PayLineKind } from "@myhibachi/contract/assignments"
import { bigint, doublePrecision, index, integer, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"
import { claims } from "../tables.ts"

/** A chef's part in a booked party, one for each claim: asked, answered, arrived, done. */
export const assignments = pgTable(
  "crew_assignments",
  {
    claimId: text("claim_id")
      .primaryKey()
      .references(() => claims.id),
    bookingId: text("booking_id").notNull(),
    chefId: text("chef_id").notNull(),
    startsAt: instant("starts_at").notNull(),
    response: text().$type<AssignmentResponse>().notNull(),
    askedAt: instant("asked_at").notNull(),
    respondedAt: instant("responded_at"),
    declineReason: text("decline_reason"),
    checkedInAt: instant("checked_in_at"),
    checkInLatitude: doublePrecision("check_in_latitude"),
    checkInLongitude: doublePrecision("check_in_longitude"),
    /** How far from the party the phone was. */
    checkInMeters: integer("check_in_meters"),
    completedAt: instant("completed_at"),
    servedAdults: integer("served_adults"),
    servedChildren: integer("served_children"),
    servedLittleOnes: integer("served_little_ones"),
  },
  (table) => [
    index("crew_assignments_chef").on(table.chefId, table.startsAt, table.claimId),
    index("crew_assignments_booking").on(table.bookingId),
  ],
)

/** What a chef earned, line by line; never changed, only reversed. */
export const payLines = pgTable(
  "crew_pay_lines",
  {
    id: text().primaryKey(),
    chefId: text("chef_id").notNull(),
    claimId: text("claim_id")
      .notNull()
      .references(() => claims.id),
    bookingId: text("booking_id").notNull(),
    kind: text().$type<PayLineKind>().notNull(),
    amountCents: bigint("amount_cents", { mode: "number" }).notNull(),
    explanation: text().notNull(),
    /** Makes a line happen once for its cause, such as a payment with a tip. */
    key: text().unique(),
    reversesId: text("reverses_id").unique(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [
    index("crew_pay_lines_chef").on(table.chefId, table.createdAt, table.id),
    index("crew_pay_lines_claim").on(table.claimId),
  ],
)

/** What went wrong at a party, as its chef told it. */
export const incidents = pgTable(
  "crew_incidents",
  {
    id: text().primaryKey(),
    claimId: text("claim_id")
      .notNull()
      .references(() => claims.id),
    bookingId: text("booking_id").notNull(),
    chefId: text("chef_id").notNull(),
    kind: text().$type<IncidentKind>().notNull(),
    text: text().notNull(),
    taskId: text("task_id").notNull(),
    reportedAt: instant("reported_at").notNull(),
  },
  (table) => [index("crew_incidents_booking").on(table.bookingId)],
)
