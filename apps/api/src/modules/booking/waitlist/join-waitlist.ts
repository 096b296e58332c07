import { JoinWaitlist, type WaitlistPlace } from "@myhibachi/contract/booking-life"
import { and, eq, inArray } from "drizzle-orm"
import type { z } from "zod"
import { currentCatalog } from "#modules/catalog/index.ts"
import { addTimelineEntry, findOrCreateCustomer, setConsent } from "#modules/customers/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, invalidField } from "#platform/errors.ts"
import { Temporal } from "#platform/time.ts"
import { findDays, judgeStarts } from "../find-availability.ts"
import { type LocatedParty, locateParty } from "../locate-party.ts"
import { parseInput } from "../parse-input.ts"
import { checkDate } from "../refuse-start.ts"
import { checkItems } from "../rules/check-items.ts"
import { checkGuests } from "../rules/count-guests.ts"
import { isDrivable } from "../rules/price-party.ts"
import { readPlace } from "./read-waitlist.ts"
import { searchForWaiting } from "./search-for-waiting.ts"
import { waitlist } from "./tables.ts"

type Wish = z.output<typeof JoinWaitlist>

/** Rules that no freed chef changes. */
const NEVER = new Set([
  "past",
  "lead-time",
  "too-far-ahead",
  "not-a-start",
  "clock-change",
  "not-enough-chefs",
])

/**
 * Lets a customer wait for a start on a day on which none is free.
 * @throws AppError "starts-free", "already-waiting" (409), "waitlist-useless", "address-incomplete", and for guests,
 * items and places that cannot be served.
 */
export async function joinWaitlist(
  ctx: Context,
  input: JoinWaitlist & { consentFrom: string },
): Promise<WaitlistPlace> {
  const { consentFrom, ...asked } = input
  const wish = parseInput(JoinWaitlist, asked)
  const { book, policies } = await currentCatalog(ctx)
  checkGuests(wish.guests, policies.parameters.guests)
  checkItems(wish.items, wish.guests, book, policies.parameters.guests)
  checkDate(wish.date, ctx.now(), policies.parameters.scheduling)
  const located = await locateParty(ctx, wish.address.text)
  if (!isDrivable(located.place))
    throw invalidField(
      "/address/text",
      "To offer you a start we need the street address.",
      "address-incomplete",
    )
  await requireNothingFree(ctx, wish, located)
  return readPlace(ctx, await inTransaction(ctx, (ctx) => write(ctx, wish, located, consentFrom)))
}

async function requireNothingFree(ctx: Context, wish: Wish, located: LocatedParty): Promise<void> {
  const search = await searchForWaiting(ctx, {
    ...wish,
    stationId: located.station.id,
    place: located.place,
    stationLegSeconds: located.travel.drivingSeconds ?? 0,
  })
  const [day] = await findDays(ctx, search)
  if (day && day.starts.length > 0) {
    const message = "There are free starts on this day; you can book one at once."
    throw new AppError("conflict", "starts-free", message, { otherStarts: day.starts })
  }
  const judged = await judgeStarts(ctx, search)
  if (judged.some(({ rule }) => rule !== null && !NEVER.has(rule))) return
  throw invalidField(
    "/date",
    day?.closedBecause ?? "Nothing can become free on this day.",
    "waitlist-useless",
  )
}

async function write(ctx: Context, wish: Wish, located: LocatedParty, consentFrom: string): Promise<string> {
  const { id: customerId } = await findOrCreateCustomer(ctx, wish.contact)
  await refuseSecond(ctx, customerId, wish.date)
  const id = ctx.newId("wtl")
  const evidence = `Joined the waitlist for ${wish.date} from ${consentFrom}`
  await setConsent(ctx, { customerId, channel: "email", scope: "service", isGranted: true, evidence })
  await ctx.db.insert(waitlist).values({
    id,
    status: "waiting",
    stationId: located.station.id,
    timeZone: located.station.timeZone,
    date: wish.date,
    guests: wish.guests,
    items: wish.items,
    place: located.place,
    customerId,
    contact: {
      name: wish.contact.name,
      email: wish.contact.email ?? null,
      phone: wish.contact.phone ?? null,
    },
    consentFrom,
    createdAt: ctx.now(),
  })
  const title = `Waits for a start on ${Temporal.PlainDate.from(wish.date).toLocaleString("en-US")}`
  await addTimelineEntry(ctx, { customerId, kind: "booking", title, entity: "waitlist", entityId: id })
  await audit(ctx, {
    action: "waitlist.joined",
    entity: "waitlist",
    entityId: id,
    details: { date: wish.date },
  })
  return id
}

async function refuseSecond(ctx: Context, customerId: string, date: string): Promise<void> {
  const [known] = await ctx.db
    .select({ id: waitlist.id })
    .from(waitlist)
    .where(
      and(
        eq(waitlist.customerId, customerId),
        eq(waitlist.date, date),
        inArray(waitlist.status, ["waiting", "offered"]),
      ),
    )
  if (known) throw new AppError("conflict", "already-waiting", "You are on the list for this day already.")
}
