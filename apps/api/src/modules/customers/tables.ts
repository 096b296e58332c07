import type { Consent, ContactIdentity, Place, TimelineKind } from "@myhibachi/contract/customers"
import { sql } from "drizzle-orm"
import {
  type AnyPgColumn,
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
} from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

export const customers = pgTable(
  "customers_customers",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** What we write to first; the identities hold all of them. */
    email: text(),
    phone: text(),
    tags: jsonb().$type<string[]>().notNull().default([]),
    /** Whom staff found this person to be the same as; null for everybody who stands for themselves. */
    mergedInto: text("merged_into").references((): AnyPgColumn => customers.id),
    erasedAt: instant("erased_at"),
    version: integer().notNull().default(1),
    createdAt: instant("created_at").notNull(),
    lastActivityAt: instant("last_activity_at").notNull(),
  },
  (table) => [
    index("customers_customers_activity").on(table.lastActivityAt, table.id),
    index("customers_customers_merged").on(table.mergedInto),
    index("customers_customers_name").using("gin", table.name.op("gin_trgm_ops")),
  ],
)

const customerId = () =>
  text("customer_id")
    .notNull()
    .references(() => customers.id)

/** How a person reaches us, normalised; one identity belongs to one person at a time. */
export const identities = pgTable(
  "customers_identities",
  {
    id: text().primaryKey(),
    customerId: customerId(),
    kind: text().$type<ContactIdentity["kind"]>().notNull(),
    value: text().notNull(),
    verifiedAt: instant("verified_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    unique("customers_identities_value").on(table.kind, table.value),
    index("customers_identities_customer").on(table.customerId),
    index("customers_identities_search").using("gin", table.value.op("gin_trgm_ops")),
  ],
)

export const addresses = pgTable(
  "customers_addresses",
  {
    id: text().primaryKey(),
    customerId: customerId(),
    place: jsonb().$type<Place>().notNull(),
    /** Where the next party is, unless somebody says otherwise; one of a person at most. */
    isDefault: boolean("is_default").notNull().default(false),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("customers_addresses_customer").on(table.customerId),
    index("customers_addresses_search").using("gin", sql`(${table.place}->>'formatted') gin_trgm_ops`),
  ],
)

/** Every answer that a person gave; none is changed, a new one is added. */
export const consents = pgTable(
  "customers_consents",
  {
    id: text().primaryKey(),
    customerId: customerId(),
    channel: text().$type<Consent["channel"]>().notNull(),
    scope: text().$type<Consent["scope"]>().notNull(),
    isGranted: boolean("is_granted").notNull(),
    /** How we know: a call, a form, a message. */
    evidence: text().notNull(),
    source: text().$type<Consent["source"]>().notNull().default("staff"),
    /** Exactly what the person said or ticked, when it was kept. */
    words: text(),
    recordedBy: text("recorded_by").notNull().default("system:unknown"),
    at: instant().notNull(),
  },
  (table) => [index("customers_consents_customer").on(table.customerId, table.at)],
)

export const notes = pgTable(
  "customers_notes",
  {
    id: text().primaryKey(),
    customerId: customerId(),
    author: text().notNull(),
    text: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [index("customers_notes_customer").on(table.customerId, table.at)],
)

/** What happened around a person, told by every module. */
export const timeline = pgTable(
  "customers_timeline",
  {
    id: text().primaryKey(),
    /** What happened in one instant keeps its order. */
    sequence: bigserial({ mode: "number" }).notNull(),
    customerId: customerId(),
    at: instant().notNull(),
    kind: text().$type<TimelineKind>().notNull(),
    title: text().notNull(),
    detail: text(),
    actor: text().notNull(),
    entity: text(),
    entityId: text("entity_id"),
  },
  (table) => [index("customers_timeline_customer").on(table.customerId, table.sequence)],
)

/** Who was found to be whom; nothing of either person moves, so an undo only takes the pointer away. */
export const merges = pgTable(
  "customers_merges",
  {
    id: text().primaryKey(),
    survivorId: text("survivor_id")
      .notNull()
      .references(() => customers.id),
    mergedId: text("merged_id")
      .notNull()
      .references(() => customers.id),
    reason: text().notNull(),
    mergedBy: text("merged_by").notNull(),
    mergedAt: instant("merged_at").notNull(),
    undoneBy: text("undone_by"),
    undoneAt: instant("undone_at"),
  },
  (table) => [
    index("customers_merges_survivor").on(table.survivorId),
    index("customers_merges_merged").on(table.mergedId),
  ],
)

/** Somebody gave an e-mail address or a phone number that belongs to another person: perhaps they are one. */
export const sharedContacts = pgTable(
  "customers_shared_contacts",
  {
    /** The smaller id of the two. */
    oneId: text("one_id")
      .notNull()
      .references(() => customers.id),
    otherId: text("other_id")
      .notNull()
      .references(() => customers.id),
    kind: text().$type<ContactIdentity["kind"]>().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.oneId, table.otherId, table.kind] })],
)

/** Staff looked at both and found that they are two people. */
export const distinctPairs = pgTable(
  "customers_distinct_pairs",
  {
    oneId: text("one_id")
      .notNull()
      .references(() => customers.id),
    otherId: text("other_id")
      .notNull()
      .references(() => customers.id),
    decidedBy: text("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.oneId, table.otherId] })],
)
