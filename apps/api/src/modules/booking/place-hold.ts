import type { Contact } from "@myhibachi/contract/customers"
import { type Hold, HoldRequest } from "@myhibachi/contract/hold"
import { and, eq, inArray } from "drizzle-orm"
import { reservePromotion } from "#modules/catalog/index.ts"
import { claimChefs } from "#modules/crew/index.ts"
import { addTimelineEntry, findOrCreateCustomer, rememberAddress } from "#modules/customers/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, databaseErrorCode } from "#platform/errors.ts"
import { hashAgreement } from "./agreement-text.ts"
import { endHold, expireHoldJob } from "./end-hold.ts"
import { isStartTaken, withOtherStarts } from "./find-availability.ts"
import { formatStart } from "./format-start.ts"
import { parseInput } from "./parse-input.ts"
import { type PlannedHold, planHold } from "./plan-hold.ts"
import { readHold } from "./read-hold.ts"
import { recordTransition } from "./record-transition.ts"
import { crewWork, guestsPerChef, workSpan } from "./rules/plan-crew.ts"
import { slotInstant } from "./rules/start-grid.ts"
import { type ContactSnapshot, holds } from "./tables.ts"

/**
 * Takes the chefs for a quote's party while the customer signs and pays.
 * @throws AppError "quote-expired" (410), "quote-taken", "quote-revised" (409) when the street address changes
 * the price, "start-taken" (409) with other starts, "promotion-used-up", "promotion-not-meant" (409), "start-…",
 * "address-incomplete".
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

async function writeHold(ctx: Context, plan: PlannedHold): Promise<string> {
  const { stored, start, station, contact } = plan
  const { place, travel } = stored.revision.inputs
  if (!place) throw new Error("The hold was planned without a place.")
  const customer = await findOrCreateCustomer(ctx, contact)
  const replaced = await endEarlierHold(ctx, stored.quote.id)
  const id = ctx.newId("hld")
  const signBy = ctx.now().add({ minutes: plan.policies.parameters.hold.signWithinMinutes })
  const claim = {
    stationId: station.id,
    timeZone: station.timeZone,
    work: workSpan(start.startsAt, stored.priced.durations),
    startsAt: start.startsAt,
    stationLegSeconds: travel?.drivingSeconds ?? 0,
  }
  // Before the chefs, as at the confirmation: two that wait for each other would both fail.
  await takePromotion(ctx, { holdId: id, customerId: customer.id }, plan)
  await claimChefs(ctx, {
    ...claim,
    ...crewWork(
      {
        guests: stored.revision.inputs.guests,
        travelCents: stored.priced.travelCents,
        chefs: stored.priced.chefs,
      },
      plan.policies.parameters.scheduling,
    ),
    point: place,
    title: `Hold: ${contact.name}`,
    owner: { kind: "hold", holdId: id, expiresAt: signBy },
  })
  await ctx.db.insert(holds).values({
    ...claim,
    ...describeHold(plan),
    id,
    customerId: customer.id,
    status: "held",
    place,
    signBy,
    createdAt: ctx.now(),
  })
  const deadline = { startAfter: signBy, key: `${id}:sign` }
  await ctx.services.jobs.enqueue(ctx, expireHoldJob, { holdId: id }, deadline)
  await rememberAddress(ctx, { customerId: customer.id, place })
  await tellOfHold(ctx, { holdId: id, customerId: customer.id, replaced }, plan)
  return id
}

/** @throws AppError "promotion-used-up", "promotion-not-meant" (409). */
async function takePromotion(
  ctx: Context,
  owner: { holdId: string; customerId: string },
  { stored, start, station }: PlannedHold,
): Promise<void> {
  const { promotion } = stored.revision.inputs
  if (!promotion) return
  const party = { stationId: station.id, startsAt: start.startsAt, timeZone: station.timeZone }
  await reservePromotion(ctx, { ...owner, promotionId: promotion.id, party })
}

/** What follows from the quote, and what the customer will be asked to sign: the rules in force now. */
function describeHold({ stored, start, station, contact, policies }: PlannedHold) {
  return {
    quoteId: stored.quote.id,
    revision: stored.revision.revision,
    conversationId: stored.quote.conversationId,
    contact: snapshot(contact),
    slotStartsAt: slotInstant(start, station.timeZone),
    chefs: stored.priced.chefs,
    policyIds: policies.texts.map((policy) => policy.id),
    textHash: hashAgreement(policies.texts),
  }
}

interface Told {
  holdId: string
  customerId: string
  /** The holds that this one takes the place of. */
  replaced: string[]
}

async function tellOfHold(
  ctx: Context,
  { holdId, customerId, replaced }: Told,
  plan: PlannedHold,
): Promise<void> {
  const { startsAt } = plan.start
  await recordTransition(ctx, { entity: "hold", entityId: holdId, from: null, to: "held" })
  const title = `Start held: ${formatStart(startsAt, plan.station.timeZone)}`
  await addTimelineEntry(ctx, { customerId, kind: "hold", title, entity: "hold", entityId: holdId })
  ctx.afterCommit(() => ctx.services.live.publish({ topic: "bookings", kind: "hold", id: holdId }))
  const details = { startsAt: startsAt.toString(), replaced }
  await audit(ctx, { action: "hold.placed", entity: "hold", entityId: holdId, details })
}

/** A customer who takes another start moves the hold. @throws AppError "quote-taken" when it is booked. */
async function endEarlierHold(ctx: Context, quoteId: string): Promise<string[]> {
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
  return earlier.map((hold) => hold.id)
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
  if (!isStartTaken(error)) return error
  return withOtherStarts(ctx, error, {
    target: {
      station: plan.station,
      point: plan.stored.revision.inputs.place,
      stationLegSeconds: plan.stored.revision.inputs.travel?.drivingSeconds ?? 0,
    },
    chefs: plan.stored.priced.chefs,
    guestsPerChef: guestsPerChef(plan.stored.revision.inputs.guests, plan.stored.priced.chefs),
    durations: plan.stored.priced.durations,
    dates: [plan.start.date],
    scheduling: plan.policies.parameters.scheduling,
  })
}
