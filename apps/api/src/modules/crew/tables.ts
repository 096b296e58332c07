import type { ChefGrade, ClaimKind } from "@myhibachi/contract/crew"
import type { TravelRate } from "@myhibachi/contract/quote"
import { sql } from "drizzle-orm"
import {
  bigint,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from "drizzle-orm/pg-core"
import { instant, span } from "#platform/database/columns.ts"
import type { Distance, Geocoded } from "#providers/maps/port.ts"

export const stations = pgTable("crew_stations", {
  id: text().primaryKey(),
  name: text().notNull(),
  address: text().notNull(),
  city: text().notNull(),
  state: text().notNull(),
  latitude: doublePrecision().notNull(),
  longitude: doublePrecision().notNull(),
  timeZone: text("time_zone").notNull(),
  freeMilesHundredths: integer("free_miles_hundredths").notNull(),
  ratePerMileCents: integer("rate_per_mile_cents").notNull(),
  /** Other rates from farther miles on, in order. */
  furtherRates: jsonb("further_rates").$type<TravelRate[]>().notNull().default([]),
  maximumMilesHundredths: integer("maximum_miles_hundredths").notNull(),
  isActive: boolean("is_active").notNull(),
  position: integer().notNull(),
  version: integer().notNull().default(1),
})

/** What a chef of a grade earns for each adult served; told to nobody but the payroll. */
export const grades = pgTable("crew_grades", {
  grade: text().$type<ChefGrade>().primaryKey(),
  payPerAdultCents: bigint("pay_per_adult_cents", { mode: "number" }).notNull(),
})

export const chefs = pgTable(
  "crew_chefs",
  {
    id: text().primaryKey(),
    name: text().notNull(),
    grade: text()
      .$type<ChefGrade>()
      .notNull()
      .references(() => grades.grade),
    stationId: text("station_id")
      .notNull()
      .references(() => stations.id),
    skills: jsonb().$type<string[]>().notNull().default([]),
    /** Where the day starts and ends; the station when absent. */
    homeAddress: text("home_address"),
    homeLatitude: doublePrecision("home_latitude"),
    homeLongitude: doublePrecision("home_longitude"),
    /** The largest group that this chef cooks for alone; what the policy says when absent. */
    maxGuests: integer("max_guests"),
    maxPartiesPerDay: integer("max_parties_per_day").notNull().default(3),
    isActive: boolean("is_active").notNull(),
    version: integer().notNull().default(1),
    /** Counts up to end the feed's earlier addresses. */
    feedVersion: integer("feed_version").notNull().default(1),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [index("crew_chefs_station").on(table.stationId, table.id)],
)

/** Weekly hours on site as wall time in the station's zone; travel is outside of them. */
export const workingHours = pgTable(
  "crew_working_hours",
  {
    chefId: text("chef_id")
      .notNull()
      .references(() => chefs.id),
    weekday: integer().notNull(),
    fromTime: text("from_time").notNull(),
    /** At or before `fromTime` means on the next day. */
    toTime: text("to_time").notNull(),
  },
  (table) => [primaryKey({ columns: [table.chefId, table.weekday, table.fromTime] })],
)

/** Other hours on one local day, or none for a day off; they stand in for the weekly ones that begin then. */
export const exceptions = pgTable(
  "crew_exceptions",
  {
    chefId: text("chef_id")
      .notNull()
      .references(() => chefs.id),
    date: text().notNull(),
    hours: jsonb().$type<{ from: string; to: string }[]>().notNull(),
    note: text().notNull(),
    savedAt: instant("saved_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.chefId, table.date] })],
)

/** One chef's time that is taken; `during` includes travel, and the database refuses overlaps. */
export const claims = pgTable(
  "crew_claims",
  {
    id: text().primaryKey(),
    chefId: text("chef_id")
      .notNull()
      .references(() => chefs.id),
    kind: text().$type<ClaimKind>().notNull(),
    during: span().notNull(),
    /** Set-up until pack-down. */
    work: span().notNull(),
    /** The drive between the chef's base and the party. */
    homeLegSeconds: integer("home_leg_seconds").notNull(),
    /** The drives as planned: shorter or direct when the chef comes from the party before. */
    legBeforeSeconds: integer("leg_before_seconds").notNull(),
    legAfterSeconds: integer("leg_after_seconds").notNull(),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    startsAt: instant("starts_at"),
    title: text().notNull(),
    /** Where the party is, as people write it. */
    address: text(),
    /** The chef's part of the party: whom they serve, and their part of the travel fee. */
    servesAdults: integer("serves_adults").notNull().default(0),
    servesGuests: integer("serves_guests").notNull().default(0),
    travelCents: bigint("travel_cents", { mode: "number" }).notNull().default(0),
    /** What the chef earns with it: planned at first, then the sum of the pay lines. */
    payCents: bigint("pay_cents", { mode: "number" }).notNull().default(0),
    holdId: text("hold_id"),
    bookingId: text("booking_id"),
    expiresAt: instant("expires_at"),
    released: boolean().notNull().default(false),
    releasedAt: instant("released_at"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    index("crew_claims_hold").on(table.holdId),
    index("crew_claims_booking").on(table.bookingId),
    index("crew_claims_expiry").on(table.expiresAt),
    // Incomes of ninety days are summed at every claim.
    index("crew_claims_income").on(table.chefId, sql`lower(${table.work})`).where(sql`not released`),
  ],
)

/** The company, or one station, does not cook in this time. */
export const blackouts = pgTable("crew_blackouts", {
  id: text().primaryKey(),
  stationId: text("station_id").references(() => stations.id),
  fromAt: instant("from_at").notNull(),
  toAt: instant("to_at").notNull(),
  reason: text().notNull(),
  createdAt: instant("created_at").notNull(),
  removedAt: instant("removed_at"),
})

/** Drives that were measured, with their age. */
export const legs = pgTable(
  "crew_legs",
  {
    fromPoint: text("from_point").notNull(),
    toPoint: text("to_point").notNull(),
    milesHundredths: integer("miles_hundredths").notNull(),
    seconds: integer().notNull(),
    source: text().$type<Distance["source"]>().notNull(),
    measuredAt: instant("measured_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.fromPoint, table.toPoint] })],
)

/** Places that were looked up, by what people wrote. */
export const places = pgTable("crew_places", {
  query: text().primaryKey(),
  result: jsonb().$type<Geocoded>().notNull(),
  lookedUpAt: instant("looked_up_at").notNull(),
})
