import { type Hold, HoldRequest } from "@myhibachi/contract/booking"
import type { Contact } from "@myhibachi/contract/customers"
import { and, eq, inArray } from "drizzle-orm"
import type { z } from "zod"
import { type CurrentPolicies, currentPolicies } from "#modules/catalog/index.ts"
import { claimChefs, requireStation, type StationRow } from "#modules/crew/index.ts"
import { addTimelineEntry, findOrCreateCustomer, rememberAddress } from "#modules/customers/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, databaseErrorCode, invalidField } from "#platform/errors.ts"
import { signLink } from "#platform/http/links.ts"
import { Temporal } from "#platform/time.ts"
import { hashAgreement } from "./agreement-text.ts"
import { endHold, expireHoldJob } from "./end-hold.ts"
import { judgeStarts, presentDays } from "./find-availability.ts"
import { formatStart } from "./format-start.ts"
import { parseInput } from "./parse-input.ts"
import { quoteParty, readQuoteToken } from "./quote-party.ts"
import { readHold } from "./read-hold.ts"
import { requireQuote, type StoredQuote } from "./read-quote.ts"
import { recordTransition } from "./record-transition.ts"
import { requireStart } from "./refuse-start.ts"
import { workSpan } from "./rules/plan-crew.ts"
import { isDrivable } from "./rules/price-party.ts"
import { type GridStart, slotInstant } from "./rules/start-grid.ts"
import { type ContactSnapshot, holds } from "./tables.ts"

interface PlannedHold {
  stored: StoredQuote
  contact: Contact
  station: StationRow
  start: GridStart & { startsAt: Temporal.Instant }
  policies: CurrentPolicies
}

/**
 * Takes the chefs for a quote's party while the customer signs and pays.
 * @throws AppError "quote-expired" (410), "quote-taken", "quote-revised" (409) when the street address changes
 * the price, "start-taken" (409) with other starts, "start-…", "address-incomplete".
 */
export async function placeHold(ctx: Context, input: HoldRequest): Promise<Hold> {
  const request = parseInput(HoldRequest, input)
  const plan = await planHold(ctx, request)
  try {
    const holdId = await inTransaction(ctx, (ctx) => writeHold(ctx, plan))
    return await readHold(ctx, { holdId })
  } catch (error) {
    throw await describeRefusal(ctx, error, plan)
  }
}

async function planHold(ctx: Context, request: z.output<typeof HoldRequest>): Promise<PlannedHold> {
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

function refuseExpired(ctx: Context, { revision }: StoredQuote): void {
  if (Temporal.Instant.compare(ctx.now(), revision.expiresAt) < 0) return
  throw new AppError(
    "gone",
    "quote-expired",
    "This quote has expired; ask for a new price, it takes a moment.",
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

async function writeHold(ctx: Context, plan: PlannedHold): Promise<string> {
  const { stored, start, station, policies } = plan
  const { inputs } = stored.revision
  const customer = await findOrCreateCustomer(ctx, plan.contact)
  await endEarlierHold(ctx, stored.quote.id)
  const id = ctx.newId("hld")
  const signBy = ctx.now().add({ minutes: policies.parameters.hold.signWithinMinutes })
  const work = workSpan(start.startsAt, stored.priced.durations)
  const place = inputs.place
  if (!place) throw new Error("The hold was planned without a place.")
  const stationLegSeconds = inputs.travel?.drivingSeconds ?? 0
  await claimChefs(ctx, {
    stationId: station.id,
    timeZone: station.timeZone,
    count: stored.priced.chefs,
    work,
    startsAt: start.startsAt,
    point: place,
    stationLegSeconds,
    title: `Hold: ${plan.contact.name}`,
    owner: { kind: "hold", holdId: id, expiresAt: signBy },
  })
  await ctx.db.insert(holds).values({
    id,
    quoteId: stored.quote.id,
    revision: stored.revision.revision,
    customerId: customer.id,
    contact: snapshot(plan.contact),
    conversationId: stored.quote.conversationId,
    status: "held",
    startsAt: start.startsAt,
    slotStartsAt: slotInstant(start, station.timeZone),
    timeZone: station.timeZone,
    work,
    stationId: station.id,
    stationLegSeconds,
    place,
    chefs: stored.priced.chefs,
    policyIds: policies.texts.map((policy) => policy.id),
    textHash: hashAgreement(policies.texts),
    signBy,
    createdAt: ctx.now(),
  })
  await ctx.services.jobs.enqueue(
    ctx,
    expireHoldJob,
    { holdId: id },
    { startAfter: signBy, key: `${id}:sign` },
  )
  await rememberAddress(ctx, { customerId: customer.id, place })
  await tellOfHold(ctx, id, customer.id, plan)
  return id
}

async function tellOfHold(
  ctx: Context,
  holdId: string,
  customerId: string,
  plan: PlannedHold,
): Promise<void> {
  const when = formatStart(plan.start.startsAt, plan.station.timeZone)
  await recordTransition(ctx, { entity: "hold", entityId: holdId, from: null, to: "held" })
  const entry = { kind: "hold", title: `Start held: ${when}`, entity: "hold", entityId: holdId }
  await addTimelineEntry(ctx, { customerId, ...entry })
  ctx.afterCommit(() => ctx.services.live.publish({ topic: "bookings", kind: "hold", id: holdId }))
  await audit(ctx, {
    action: "hold.placed",
    entity: "hold",
    entityId: holdId,
    details: { startsAt: plan.start.startsAt.toString() },
  })
}

/** A customer who takes another start moves the hold. @throws AppError "quote-taken" when it is booked. */
async function endEarlierHold(ctx: Context, quoteId: string): Promise<void> {
  const earlier = await ctx.db
    .select()
    .from(holds)
    .where(and(eq(holds.quoteId, quoteId), inArray(holds.status, ["held", "awaiting_deposit", "confirmed"])))
    .for("update")
  if (earlier.some((hold) => hold.status === "confirmed")) {
    throw new AppError(
      "conflict",
      "quote-taken",
      "This quote is booked already; ask for a new price for another party.",
    )
  }
  for (const hold of earlier) await endHold(ctx, hold, "released", "another start was chosen")
}

function snapshot(contact: Contact): ContactSnapshot {
  return { name: contact.name, email: contact.email ?? null, phone: contact.phone ?? null }
}

/** Adds the other starts of the day to "start-taken"; a second hold at the same moment is a repetition. */
async function describeRefusal(ctx: Context, error: unknown, plan: PlannedHold): Promise<unknown> {
  if (databaseErrorCode(error) === "23505") {
    return new AppError(
      "conflict",
      "hold-in-progress",
      "This quote is being held right now; look again in a moment.",
      {},
      { cause: error },
    )
  }
  if (!(error instanceof AppError) || error.code !== "start-taken") return error
  const search = {
    target: {
      station: plan.station,
      point: plan.stored.revision.inputs.place,
      stationLegSeconds: plan.stored.revision.inputs.travel?.drivingSeconds ?? 0,
    },
    chefs: plan.stored.priced.chefs,
    durations: plan.stored.priced.durations,
    dates: [plan.start.date],
    scheduling: plan.policies.parameters.scheduling,
  }
  const [day] = presentDays(await judgeStarts(ctx, search), search)
  return new AppError(
    "conflict",
    error.code,
    error.message,
    { otherStarts: day?.starts ?? [] },
    { cause: error },
  )
}
