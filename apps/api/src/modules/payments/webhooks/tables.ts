import type { WebhookFilter } from "@myhibachi/contract/webhooks"
import { boolean, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

export type WebhookState = "received" | "processed" | "ignored" | "failed" | "dead"

/** The inbox: each event of the provider once, before anything is done about it. */
export const webhookEvents = pgTable(
  "payments_webhook_events",
  {
    id: text().primaryKey(),
    provider: text().notNull(),
    type: text().notNull(),
    subjectKind: text("subject_kind").$type<"checkout" | "payment" | "dispute" | "payout">(),
    subjectId: text("subject_id"),
    state: text().$type<WebhookState>().notNull(),
    attempts: integer().notNull().default(0),
    outcome: text(),
    /** A kind of message that we have never seen: kept and counted, because it may matter. */
    isUnknown: boolean("is_unknown").notNull().default(false),
    receivedAt: instant("received_at").notNull(),
    processedAt: instant("processed_at"),
  },
  (table) => [
    index("payments_webhook_events_newest").on(table.receivedAt, table.id),
    index("payments_webhook_events_state").on(table.state, table.receivedAt),
    index("payments_webhook_events_subject").on(table.subjectId),
  ],
)

/** Messages that are seen to again, one after the other; a run that was cut off goes on behind the last one. */
export const webhookReplays = pgTable("payments_webhook_replays", {
  id: text().primaryKey(),
  filter: jsonb().$type<WebhookFilter>().notNull(),
  total: integer().notNull(),
  done: integer().notNull().default(0),
  failed: integer().notNull().default(0),
  lastEventId: text("last_event_id"),
  startedBy: text("started_by").notNull(),
  startedAt: instant("started_at").notNull(),
  finishedAt: instant("finished_at"),
})
