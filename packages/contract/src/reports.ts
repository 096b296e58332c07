import { z } from "zod"
import { Money } from "./money.ts"
import { QuoteChannel } from "./quote-list.ts"
import { DateText, TimeZoneId } from "./time.ts"

export const ReportUnit = z.enum(["day", "week", "month"])
export type ReportUnit = z.infer<typeof ReportUnit>

export const ReportQuery = z.object({
  from: DateText,
  /** The last day, included. */
  to: DateText,
  unit: ReportUnit.default("week"),
  stationId: z.string().max(64).optional(),
})
export type ReportQuery = z.input<typeof ReportQuery>

const Frame = {
  from: DateText,
  to: DateText,
  /** Whose midnights part the days. */
  timeZone: TimeZoneId,
}

const AccountAmount = z.object({ account: z.string(), amount: Money })
export type AccountAmount = z.infer<typeof AccountAmount>

const LedgerSums = {
  /** By class of line: what was earned. */
  earned: z.array(AccountAmount),
  earnedTotal: Money,
  /** By where the money lies: what came in less what went out. */
  moved: z.array(AccountAmount),
  movedTotal: Money,
}

/** What the ledger says was earned and what came in; every figure is a sum of its lines. */
export const RevenueReport = z.object({
  ...Frame,
  unit: ReportUnit,
  accounts: z.array(z.object({ account: z.string(), title: z.string(), kind: z.enum(["revenue", "money"]) })),
  /** In order, those without an entry too; each is named by its first day. */
  periods: z.array(z.object({ period: DateText, ...LedgerSums })),
  /** Null for entries that belong to no booking. */
  stations: z.array(z.object({ stationId: z.string().nullable(), name: z.string(), ...LedgerSums })),
  ...LedgerSums,
})
export type RevenueReport = z.infer<typeof RevenueReport>

const Hours = {
  availableMinutes: z.int(),
  /** Set-up until pack-down of booked parties. */
  workedMinutes: z.int(),
}

/** How much of the hours that chefs offer is worked. */
export const UtilisationReport = z.object({
  ...Frame,
  chefs: z.array(
    z.object({
      chefId: z.string(),
      name: z.string(),
      stationName: z.string(),
      ...Hours,
      /** The drives there, between and back. */
      drivingMinutes: z.int(),
      parties: z.int(),
    }),
  ),
  /** Every hour of the week with somebody on shift or at work, in the stations' own time. */
  hours: z.array(z.object({ weekday: z.int().min(1).max(7), hour: z.int().min(0).max(23), ...Hours })),
  ...Hours,
  drivingMinutes: z.int(),
})
export type UtilisationReport = z.infer<typeof UtilisationReport>

/** What came of a quote that did not become a booking. */
export const LostWhy = z.enum(["still_open", "not_taken", "not_signed", "not_paid", "given_back"])
export type LostWhy = z.infer<typeof LostWhy>

const Funnel = {
  quotes: z.int(),
  held: z.int(),
  booked: z.int(),
  lost: z.array(z.object({ why: LostWhy, count: z.int() })),
}

/** From quote over hold to booking, by when the quote was made. */
export const ConversionReport = z.object({
  ...Frame,
  unit: ReportUnit,
  periods: z.array(z.object({ period: DateText, ...Funnel })),
  channels: z.array(z.object({ channel: QuoteChannel, ...Funnel })),
  ...Funnel,
})
export type ConversionReport = z.infer<typeof ConversionReport>
