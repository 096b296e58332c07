import { usd } from "@myhibachi/contract/money"
import { type QuotePreview, QuoteRequest } from "@myhibachi/contract/quote"
import type { Context } from "#platform/context.ts"
import { parseInput } from "./parse-input.ts"
import { gatherInputs } from "./quote-party.ts"
import { priceParty } from "./rules/price-party.ts"

/** Prices a party while somebody is still typing; nothing is kept. @throws AppError as quoteParty. */
export async function previewQuote(ctx: Context, input: QuoteRequest): Promise<QuotePreview> {
  const { inputs, catalog } = await gatherInputs(ctx, parseInput(QuoteRequest, input), null)
  const priced = priceParty(inputs, catalog)
  return {
    place: inputs.place,
    startsAt: inputs.startsAt,
    timeZone: inputs.timeZone,
    lines: priced.lines,
    beforeTax: usd(priced.beforeTaxCents),
    tax: usd(priced.taxCents),
    total: usd(priced.totalCents),
    dueAtBooking: usd(priced.dueAtBookingCents),
    chefs: priced.chefs,
    missing: priced.missing,
  }
}
