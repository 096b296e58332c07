import { EditBooking, type EditPartyDetails, type PartyDetails } from "@myhibachi/contract/party-details"
import { eq } from "drizzle-orm"
import { policiesById } from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { applyAmendment } from "../change-orders/apply-amendment.ts"
import { planAmendment } from "../change-orders/plan-amendment.ts"
import { tellOfChange } from "../change-orders/tell-of-change.ts"
import { requireHeadCountOpen } from "../head-count-closing.ts"
import { type LocatedParty, locateParty } from "../locate-party.ts"
import { parseInput } from "../parse-input.ts"
import { type BookingRow, lockBooking } from "../read-booking.ts"
import { bookings } from "../tables.ts"

/**
 * Changes what a party is told about beyond its order: occasion, way in, place of the grill, notes, contact, and an
 * address that leaves the price as it is.
 * @returns the booking at its new version; unchanged when nothing differs.
 * @throws AppError "booking-over", "details-closed" (409) for customers after the cut-off,
 * "address-needs-change-order" (409), and as locateParty.
 */
export async function editBooking(
  ctx: Context,
  input: EditBooking & { bookingId: string },
): Promise<BookingRow> {
  const { bookingId, ...given } = input
  const { contact, address, ...details } = parseInput(EditBooking, given)
  const located = address ? await locateParty(ctx, address.text) : null
  return inTransaction(ctx, async (ctx) => {
    const row = await lockBooking(ctx, bookingId)
    await requireDetailsOpen(ctx, row)
    const moved = located ? await moveAtSamePrice(ctx, row, located) : row
    const after = {
      ...moved,
      details: { ...row.details, ...definedOf(details) },
      contact: contact
        ? { name: contact.name, email: contact.email ?? null, phone: contact.phone ?? null }
        : row.contact,
    }
    const changed = describeChange(row, after)
    if (Object.keys(changed).length === 0) return row
    const change = { details: after.details, contact: after.contact, version: moved.version + 1 }
    await ctx.db.update(bookings).set(change).where(eq(bookings.id, row.id))
    await tellOfChange(ctx, row, {
      reason: "details changed",
      title: "the details changed",
      detail: Object.keys(changed)
        .map((name) => WORDS[name] ?? name)
        .join(", "),
      details: changed,
      action: "booking.details-changed",
    })
    return { ...after, ...change }
  })
}

async function requireDetailsOpen(ctx: Context, row: BookingRow): Promise<void> {
  const { parameters } = await policiesById(ctx, row.policyIds)
  const { closesHoursBefore } = parameters.head_count
  requireHeadCountOpen(ctx, row, closesHoursBefore, {
    code: "details-closed",
    message: `The details close ${closesHoursBefore} hours before the start; call us and we tell your chef.`,
  })
}

/** @throws AppError "address-needs-change-order" (409) naming the remedy. */
async function moveAtSamePrice(ctx: Context, row: BookingRow, located: LocatedParty): Promise<BookingRow> {
  const asItIs = await planAmendment(ctx, row, {})
  const amendment = await planAmendment(ctx, row, { located })
  const isSame =
    amendment.stationId === row.stationId && amendment.priced.totalCents === asItIs.priced.totalCents
  if (isSame) return applyAmendment(ctx, row, amendment)
  throw new AppError(
    "conflict",
    "address-needs-change-order",
    "This address changes the price of the drive or the tax. Price it as a change, which the customer accepts, instead of editing it here.",
  )
}

const WORDS: Record<string, string> = {
  occasion: "occasion",
  setting: "indoors or outdoors",
  setUpPlace: "where the grill stands",
  access: "way in",
  parking: "parking",
  notes: "notes",
  contact: "contact",
  address: "address",
}

type Described = Pick<BookingRow, "details" | "contact" | "place">

/** @returns what is different now, by name. A way in is said to have changed and is not repeated: it opens a gate. */
function describeChange(before: Described, after: Described): Record<string, unknown> {
  const names = Object.keys(after.details) as (keyof PartyDetails)[] // safe: the keys of that very object
  const changed: Record<string, unknown> = {}
  for (const name of names)
    if (after.details[name] !== before.details[name])
      changed[name] = name === "access" ? (after.details.access ? "changed" : "removed") : after.details[name]
  if (JSON.stringify(after.contact) !== JSON.stringify(before.contact)) changed.contact = after.contact
  if (after.place.formatted !== before.place.formatted) changed.address = after.place.formatted
  return changed
}

function definedOf(details: EditPartyDetails): Partial<PartyDetails> {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined))
}
