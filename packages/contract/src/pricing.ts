import { z } from "zod"
import { PriceBook } from "./catalog.ts"
import { Money } from "./money.ts"
import { MissingPart, PriceTotals, QuoteLine, QuoteRequest } from "./quote.ts"

const BookId = z.string().max(64)

/** Any party on one version of the prices, or on two to compare; drafts too. Nothing is kept. */
export const SimulatePrice = QuoteRequest.omit({
  reviseToken: true,
  contact: true,
  conversationId: true,
}).extend({ priceBookIds: z.array(BookId).min(1, "Choose a version of the prices.").max(2) })
export type SimulatePrice = z.input<typeof SimulatePrice>

const BookName = PriceBook.pick({ id: true, version: true, name: true, status: true })

export const Simulation = z.object({
  versions: z.array(
    z.object({
      priceBook: BookName,
      lines: z.array(QuoteLine),
      ...PriceTotals,
      missing: z.array(MissingPart),
    }),
  ),
  /** Line by line, when two versions were asked for; null where a version has no such line. */
  differences: z.array(
    z.object({ title: z.string(), before: Money.nullable(), after: Money.nullable(), change: Money }),
  ),
})
export type Simulation = z.infer<typeof Simulation>

export const ReplayQuotes = z.object({
  priceBookId: BookId,
  last: z
    .int("Give a whole number of quotes.")
    .min(1, "Replay at least one quote.")
    .max(500, "Replay at most 500 quotes at a time.")
    .default(100),
})
export type ReplayQuotes = z.input<typeof ReplayQuotes>

/** What the last quotes would have come to on another version; totals with tax. */
export const QuoteReplay = z.object({
  priceBook: BookName,
  compared: z.int(),
  dearer: z.int(),
  cheaper: z.int(),
  unchanged: z.int(),
  /** Quotes with something that the version does not sell. */
  notSold: z.int(),
  before: Money,
  after: Money,
  change: Money,
  /** How many quotes change by how much: from (included) to (not included), in cents. */
  spread: z.array(z.object({ fromCents: z.int(), toCents: z.int(), quotes: z.int() })),
})
export type QuoteReplay = z.infer<typeof QuoteReplay>
