import type { TextState } from "@myhibachi/contract/texts"
import { boolean, index, integer, pgTable, text } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

/** What goes out as text messages: written in the transaction of its cause, sent by a job. */
export const textMessages = pgTable(
  "texts_messages",
  {
    id: text().primaryKey(),
    /** What it is about, once: a second text with the same key is the first one. */
    key: text().notNull().unique(),
    /** Null for the answer to a phone that we do not know. */
    customerId: text("customer_id"),
    bookingId: text("booking_id"),
    /** By what it can be found again, for example `pay-link`. */
    topic: text().notNull(),
    /** What staff read of it. */
    title: text().notNull(),
    phone: text().notNull(),
    body: text().notNull(),
    /** Where the recipient is, for quiet hours. */
    timeZone: text("time_zone").notNull(),
    /** It answers what the person has just written: quiet hours and consent do not hold it back. */
    isReply: boolean("is_reply").notNull(),
    state: text().$type<TextState>().notNull(),
    /** When something is to be done next; null when nothing is. While a job works it is the end of its time. */
    nextAt: instant("next_at"),
    /** After this it is of no use any more. */
    sendBefore: instant("send_before"),
    attempts: integer().notNull().default(0),
    firstTriedAt: instant("first_tried_at"),
    lastTriedAt: instant("last_tried_at"),
    sentAt: instant("sent_at"),
    settledAt: instant("settled_at"),
    providerId: text("provider_id").unique(),
    failureCode: text("failure_code"),
    reason: text(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("texts_messages_next").on(table.nextAt),
    index("texts_messages_tried").on(table.lastTriedAt),
    index("texts_messages_phone").on(table.phone),
    index("texts_messages_booking").on(table.bookingId),
    index("texts_messages_customer").on(table.customerId),
    index("texts_messages_newest").on(table.createdAt, table.id),
  ],
)

/** What each phone said last about our texts: STOP holds for the number, whoever it belongs to. */
export const textPhones = pgTable("texts_phones", {
  phone: text().primaryKey(),
  isStopped: boolean("is_stopped").notNull(),
  /** What was said, or what the provider answered. */
  words: text().notNull(),
  at: instant().notNull(),
})

/** What came to our webhook, once. */
export const textReceipts = pgTable(
  "texts_receipts",
  {
    /** The provider's id of the notice. */
    id: text().primaryKey(),
    /** Null when it is not a text message. */
    messageId: text("message_id").unique(),
    phone: text(),
    body: text(),
    outcome: text(),
    receivedAt: instant("received_at").notNull(),
    processedAt: instant("processed_at"),
  },
  (table) => [index("texts_receipts_phone").on(table.phone)],
)

/** How our own number stands; one row. */
export const textLines = pgTable("texts_lines", {
  number: text().primaryKey(),
  /** The provider asked for a pause until then. */
  pausedUntil: instant("paused_until"),
  /** When we last made sure that we hear what comes in. */
  listenedAt: instant("listened_at"),
})
