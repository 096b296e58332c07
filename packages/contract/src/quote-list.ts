import { z } from "zod"
import { Money } from "./money.ts"
import { Quote } from "./quote.ts"
import { InstantText, TimeZoneId } from "./time.ts"

/** Where a quote was asked for. */
export const QuoteChannel = z.enum(["website", "staff", "assistant", "import"])
export type QuoteChannel = z.infer<typeof QuoteChannel>

export const QuoteSummary = z.object({
  id: z.string(),
  revision: z.int(),
  status: Quote.shape.status,
  createdAt: InstantText,
  expiresAt: InstantText,
  customerId: z.string().nullable(),
  customerName: z.string().nullable(),
  guestTotal: z.int(),
  startsAt: InstantText.nullable(),
  timeZone: TimeZoneId.nullable(),
  city: z.string().nullable(),
  beforeTax: Money,
  total: Money,
  channel: QuoteChannel,
  /** When it was last sent by e-mail. */
  sentAt: InstantText.nullable(),
})
export type QuoteSummary = z.infer<typeof QuoteSummary>

export const QuoteQuery = z.object({
  customerId: z.string().optional(),
  /** Looks at names, e-mail addresses, cities and ids. */
  search: z.string().trim().max(200).optional(),
  status: Quote.shape.status.optional(),
  channel: QuoteChannel.optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})
export type QuoteQuery = z.infer<typeof QuoteQuery>

export const QuotePage = z.object({ items: z.array(QuoteSummary), nextCursor: z.string().nullable() })
export type QuotePage = z.infer<typeof QuotePage>
