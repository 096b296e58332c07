import { z } from "zod"
import { Money } from "./money.ts"
import { ReportUnit } from "./reports.ts"
import { DateText, InstantText, MonthText, TimeZoneId } from "./time.ts"

/** The days of a report about money; the business's own midnights part them. */
export const MoneyReportQuery = z.object({
  from: DateText,
  /** The last day, included. */
  to: DateText,
  unit: ReportUnit.default("month"),
})
export type MoneyReportQuery = z.input<typeof MoneyReportQuery>

const Frame = { from: DateText, to: DateText, unit: ReportUnit, timeZone: TimeZoneId }

/** How long ago the money was due, in days. */
export const Age = z.enum(["not_due", "days_0_30", "days_31_60", "days_61_90", "older"])
export type Age = z.infer<typeof Age>

export const Receivable = z.object({
  /** Null for entries that belong to no booking. */
  bookingId: z.string().nullable(),
  reference: z.string().nullable(),
  customerName: z.string().nullable(),
  startsAt: InstantText.nullable(),
  timeZone: TimeZoneId.nullable(),
  dueAt: InstantText.nullable(),
  /** Below zero while it is not due; null where nothing says when it was due. */
  daysOverdue: z.int().nullable(),
  age: Age,
  /** The party took place, so the ledger has it as a debt; before, it is only agreed. */
  isEarned: z.boolean(),
  /** Below zero where the customer paid too much. */
  amount: Money,
})
export type Receivable = z.infer<typeof Receivable>

export const ReceivablesReport = z.object({
  asOf: InstantText,
  ages: z.array(z.object({ age: Age, parties: z.int(), amount: Money })),
  /** Of parties that took place: the ledger's account to the cent. */
  earned: Money,
  /** Of parties to come: agreed and not paid yet. */
  agreed: Money,
  items: z.array(Receivable),
  nextCursor: z.string().nullable(),
})
export type ReceivablesReport = z.infer<typeof ReceivablesReport>

/** What is held for parties to come, by the month of the party. */
export const DepositsReport = z.object({
  asOf: InstantText,
  /** Null for money that belongs to no party. */
  months: z.array(z.object({ month: MonthText.nullable(), parties: z.int(), amount: Money })),
  total: Money,
})
export type DepositsReport = z.infer<typeof DepositsReport>

/** Why money went back: by the cause that made the refund. */
export const RefundReason = z.enum([
  "cancelled",
  "not_owed",
  "too_late",
  "tip_returned",
  "by_staff",
  "at_provider",
  "other",
])
export type RefundReason = z.infer<typeof RefundReason>

const ReasonAmount = z.object({ reason: RefundReason, count: z.int(), amount: Money })

/** Money that went back, less refunds that failed afterwards. */
export const RefundsReport = z.object({
  ...Frame,
  periods: z.array(z.object({ period: DateText, reasons: z.array(ReasonAmount), total: Money })),
  reasons: z.array(ReasonAmount),
  total: Money,
})
export type RefundsReport = z.infer<typeof RefundsReport>

const ChefTips = z.object({ chefId: z.string(), amount: Money })

/** Tips by chef, as the ledger owes them. */
export const TipsReport = z.object({
  ...Frame,
  chefs: z.array(z.object({ chefId: z.string(), name: z.string(), amount: Money })),
  periods: z.array(z.object({ period: DateText, chefs: z.array(ChefTips), total: Money })),
  total: Money,
  /** Received, but no chef's yet because the party is still to come; as of now. */
  unshared: Money,
})
export type TipsReport = z.infer<typeof TipsReport>

const JurisdictionTax = z.object({ jurisdiction: z.string(), amount: Money })

/** Sales tax of parties that took place, by who levies it. */
export const SalesTaxReport = z.object({
  ...Frame,
  jurisdictions: z.array(JurisdictionTax),
  periods: z.array(z.object({ period: DateText, jurisdictions: z.array(JurisdictionTax), total: Money })),
  total: Money,
})
export type SalesTaxReport = z.infer<typeof SalesTaxReport>

export const AccountLine = z.object({
  entryId: z.string(),
  at: InstantText,
  kind: z.string(),
  description: z.string(),
  bookingId: z.string().nullable(),
  paymentId: z.string().nullable(),
  /** Debits are positive, credits negative. */
  amount: Money,
  /** Of the account after this line. */
  balance: Money,
})
export type AccountLine = z.infer<typeof AccountLine>

/** What happened on one account, oldest first. */
export const AccountStatement = z.object({
  account: z.string(),
  title: z.string(),
  from: DateText,
  to: DateText,
  timeZone: TimeZoneId,
  /** Before the first day. */
  opening: Money,
  /** After the last day. */
  closing: Money,
  items: z.array(AccountLine),
  nextCursor: z.string().nullable(),
})
export type AccountStatement = z.infer<typeof AccountStatement>
