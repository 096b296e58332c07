import type { PromotionTerms } from "@myhibachi/contract/promotion-terms"
import { bigint, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

/** What may be taken off a price, for whom and how often. Its promise never changes; its end and its limits do. */
export const promotions = pgTable(
  "catalog_promotions",
  {
    id: text().primaryKey(),
    /** Null when it applies by itself. */
    code: text().unique(),
    name: text().notNull(),
    value: jsonb().$type<PromotionTerms["value"]>().notNull(),
    target: text().$type<PromotionTerms["target"]>().notNull(),
    minimumSpendCents: bigint("minimum_spend_cents", { mode: "number" }).notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at"),
    limitTotal: integer("limit_total"),
    limitPerCustomer: integer("limit_per_customer"),
    stationIds: jsonb("station_ids").$type<string[]>().notNull(),
    /** 1 is Monday. */
    weekdays: jsonb().$type<number[]>().notNull(),
    version: integer().notNull().default(1),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  (table) => [index("catalog_promotions_created").on(table.createdAt, table.id)],
)

/** One hold's use of a promotion; a trigger refuses more than the limits allow. */
export const promotionUses = pgTable(
  "catalog_promotion_uses",
  {
    /** The hold that took it. */
    holdId: text("hold_id").primaryKey(),
    promotionId: text("promotion_id")
      .notNull()
      .references(() => promotions.id),
    customerId: text("customer_id").notNull(),
    status: text().$type<"reserved" | "counted" | "released">().notNull(),
    bookingId: text("booking_id"),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [index("catalog_promotion_uses_promotion").on(table.promotionId, table.customerId)],
)
