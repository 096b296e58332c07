import type { Consent, ContactIdentity, Place } from "@myhibachi/contract/customers"
import { bigserial, boolean, index, integer, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core"
import { instant } from "#platform/database/columns.ts"

export const customers = pgTable(
  "customers_customers",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** What we write to first; the identities hold all of them. */
    email: text(),
    phone: text(),
    version: integer().notNull().default(1),
    createdAt: instant("created_at").notNull(),
    lastActivityAt: instant("last_activity_at").notNull(),
  },
  (table) => [index("customers_customers_activity").on(table.lastActivityAt, table.id)],
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
  ],
)

export const addresses = pgTable(
  "customers_addresses",
  {
    id: text().primaryKey(),
    customerId: customerId(),
    place: jsonb().$type<Place>().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("customers_addresses_customer").on(table.customerId)],
)

/** Every answer that a person gave; the newest of a channel and scope counts. */
export const consents = pgTable(
  "customers_consents",
  {
    id: text().primaryKey(),
    customerId: customerId(),
    channel: text().$type<Consent["channel"]>().notNull(),
    scope: text().$type<Consent["scope"]>().notNull(),
    isGranted: boolean("is_granted").notNull(),
    evidence: text().notNull(),
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
    kind: text().notNull(),
    title: text().notNull(),
    detail: text(),
    actor: text().notNull(),
    entity: text(),
    entityId: text("entity_id"),
  },
  (table) => [index("customers_timeline_customer").on(table.customerId, table.sequence)],
)
