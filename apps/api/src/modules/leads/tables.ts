import type { LeadSource, LeadStage } from "@myhibachi/contract/leads"
import { bigserial, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

/** Somebody who may have a party with us, from the first word until it is booked or lost. */
export const leads = pgTable(
  "leads_leads",
  {
    id: text().primaryKey(),
    version: integer().notNull().default(1),
    stage: text().$type<LeadStage>().notNull(),
    source: text().$type<LeadSource>().notNull(),
    name: text(),
    email: text(),
    phone: text(),
    wish: text(),
    customerId: text("customer_id"),
    conversationId: text("conversation_id"),
    quoteId: text("quote_id"),
    bookingId: text("booking_id"),
    ownerUserId: text("owner_user_id"),
    ownerName: text("owner_name"),
    nextActionAt: instant("next_action_at"),
    lostReason: text("lost_reason"),
    consent: jsonb().$type<{ words: string; at: string }>(),
    createdAt: instant("created_at").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [
    index("leads_leads_stage").on(table.stage, table.changedAt, table.id),
    index("leads_leads_changed").on(table.changedAt, table.id),
    index("leads_leads_customer").on(table.customerId),
    index("leads_leads_conversation").on(table.conversationId),
  ],
)

/** What a lead arose from, each once: a form that was sent, a conversation, a quote. */
export const leadMatters = pgTable("leads_matters", {
  matter: text().primaryKey(),
  leadId: text("lead_id")
    .notNull()
    .references(() => leads.id),
})

/** What happened with a lead; only added to. */
export const leadSteps = pgTable(
  "leads_steps",
  {
    id: text().primaryKey(),
    sequence: bigserial({ mode: "number" }).notNull(),
    leadId: text("lead_id")
      .notNull()
      .references(() => leads.id),
    at: instant().notNull(),
    actor: text().notNull(),
    stage: text().$type<LeadStage>().notNull(),
    text: text().notNull(),
  },
  (table) => [index("leads_steps_lead").on(table.leadId, table.sequence)],
)

export type LeadRow = typeof leads.$inferSelect
