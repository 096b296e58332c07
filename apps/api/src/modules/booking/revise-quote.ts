import { type Quote, type QuoteRequest, ReviseQuote } from "@myhibachi/contract/quote"
import type { Context } from "#platform/context.ts"
import { signLink } from "#platform/http/links.ts"
import { Temporal } from "#platform/time.ts"
import { parseInput } from "./parse-input.ts"
import { quoteAtPlace } from "./quote-party.ts"
import { requireQuote } from "./read-quote.ts"

/**
 * Prices a quote again with what is changed and with the prices of now, as its next revision. A day that has
 * passed and the code of an expired offer are left out, so that an old quote always gets a fresh price.
 * @throws AppError "quote-not-found", "quote-taken" (409), and as quoteParty.
 */
export async function reviseQuote(ctx: Context, input: ReviseQuote & { quoteId: string }): Promise<Quote> {
  const changes = parseInput(ReviseQuote, input)
  const { quote, revision } = await requireQuote(ctx, input)
  const { inputs } = revision
  const isPast =
    inputs.startsAt !== null &&
    Temporal.Instant.compare(Temporal.Instant.from(inputs.startsAt), ctx.now()) <= 0
  const date = changes.date === undefined ? (isPast ? null : inputs.date) : changes.date
  const time = changes.time === undefined ? inputs.time : changes.time
  const isExpired = Temporal.Instant.compare(revision.expiresAt, ctx.now()) <= 0
  const keptCode = isExpired ? null : inputs.promotion?.code
  const code = changes.promotionCode === undefined ? keptCode : changes.promotionCode
  const place = changes.address ? null : inputs.place
  const request: QuoteRequest = {
    guests: changes.guests ?? inputs.guests,
    items: changes.items ?? inputs.items,
    ...(code ? { promotionCode: code } : {}),
    ...(date ? { date } : {}),
    ...(date && time ? { time } : {}),
    ...(changes.address ? { address: changes.address } : {}),
    ...(!changes.address && !place && inputs.travel
      ? { statedMilesHundredths: inputs.travel.milesHundredths }
      : {}),
    reviseToken: signLink(ctx.services.config.MYHIBACHI_SECRET, "quote", quote.id),
  }
  return quoteAtPlace(ctx, request, place)
}
