import type { Contact } from "@myhibachi/contract/customers"
import type { HoldRequest } from "@myhibachi/contract/hold"
import type { z } from "zod"
import { type CurrentPolicies, currentPolicies } from "#modules/catalog/index.ts"
import { requireStation, type StationRow } from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import { AppError, invalidField } from "#platform/errors.ts"
import { signLink } from "#platform/http/links.ts"
import { Temporal } from "#platform/time.ts"
import { quoteParty, readQuoteToken } from "./quote-party.ts"
import { requireQuote, type StoredQuote } from "./read-quote.ts"
import { requireStart } from "./refuse-start.ts"
import { isDrivable } from "./rules/price-party.ts"
import type { GridStart } from "./rules/start-grid.ts"

/** All that is decided before anything is written. */
export interface PlannedHold {
  stored: StoredQuote
  contact: Contact
  station: StationRow
  start: GridStart & { startsAt: Temporal.Instant }
  policies: CurrentPolicies
}

/** Checks what is asked for, looks the street address up and finds the start. @throws AppError as placeHold. */
export async function planHold(ctx: Context, request: z.output<typeof HoldRequest>): Promise<PlannedHold> {
  const quoteId = readQuoteToken(ctx, request.quoteToken)
  const seen = await requireQuote(ctx, { quoteId, revision: request.revision })
  refuseExpired(ctx, seen)
  const stored = request.address ? await reviseForAddress(ctx, seen, request.address.text) : seen
  const { place, travel, startsAt: quotedStart, timeZone } = stored.revision.inputs
  if (!place || !travel?.stationId || !timeZone || !isDrivable(place)) {
    throw invalidField(
      "/address",
      "To hold a start we need the street address of the party.",
      "address-incomplete",
    )
  }
  const startsAt = request.startsAt ?? quotedStart
  if (!startsAt) throw invalidField("/startsAt", "Choose one of the starts that are free.", "start-missing")
  const policies = await currentPolicies(ctx)
  const start = requireStart(
    Temporal.Instant.from(startsAt),
    timeZone,
    ctx.now(),
    policies.parameters.scheduling,
  )
  return {
    stored,
    contact: request.contact,
    station: await requireStation(ctx, travel.stationId),
    start,
    policies,
  }
}

function refuseExpired(ctx: Context, { quote, revision }: StoredQuote): void {
  if (Temporal.Instant.compare(ctx.now(), revision.expiresAt) < 0) return
  const token = signLink(ctx.services.config.MYHIBACHI_SECRET, "quote", quote.id)
  throw new AppError(
    "gone",
    "quote-expired",
    "This quote has expired; ask for a new price, it takes a moment.",
    {
      remedy: { title: "See today's price", method: "POST", path: `/v1/public/quotes/${token}/price-again` },
    },
  )
}

/** Makes a revision with the street address. @throws AppError "quote-revised" when that changes the price. */
async function reviseForAddress(ctx: Context, seen: StoredQuote, text: string): Promise<StoredQuote> {
  const { inputs } = seen.revision
  const token = signLink(ctx.services.config.MYHIBACHI_SECRET, "quote", seen.quote.id)
  const revised = await quoteParty(ctx, {
    guests: inputs.guests,
    items: inputs.items,
    address: { text },
    reviseToken: token,
    ...(inputs.date ? { date: inputs.date } : {}),
    ...(inputs.time ? { time: inputs.time } : {}),
    ...(inputs.promotion?.code ? { promotionCode: inputs.promotion.code } : {}),
  })
  const knewThePlace = inputs.place !== null
  if (knewThePlace && revised.total.amount === seen.priced.totalCents) {
    return requireQuote(ctx, { quoteId: seen.quote.id, revision: revised.revision })
  }
  throw new AppError(
    "conflict",
    "quote-revised",
    "With this address the price is another one; please look at it again.",
    {
      quote: revised,
    },
  )
}
