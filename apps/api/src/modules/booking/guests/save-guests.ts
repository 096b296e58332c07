import { type PartyGuest, SaveGuests } from "@myhibachi/contract/party-guests"
import { eq } from "drizzle-orm"
import { addTimelineEntry } from "#modules/customers/index.ts"
import { createTask } from "#modules/tasks/index.ts"
import { audit } from "#platform/audit.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { requireHeadCountOpen } from "../head-count-closing.ts"
import { parseInput } from "../parse-input.ts"
import { type BookingRow, lockBooking, requireBooking } from "../read-booking.ts"
import { bookings } from "../tables.ts"
import { checkGuestList } from "./check-guests.ts"
import { readBookedFood, readGuests } from "./list-guests.ts"
import { partyGuests } from "./tables.ts"

const CLOSED = "choices-closed"
const TASK_WITHIN_HOURS = 24
const LATE_TASK_WITHIN_HOURS = 2

/**
 * Keeps who eats what, as a whole and only when every dish is safe for its guest. A severe allergy is told to
 * a person, because the grill is shared. What is declared after the choices have closed reaches a person, too.
 * @returns the booking at its new version.
 * @throws AppError "booking-over", "choices-closed" (409), and as checkGuestList.
 */
export async function saveGuests(
  ctx: Context,
  input: SaveGuests & { bookingId: string },
): Promise<BookingRow> {
  const { guests } = parseInput(SaveGuests, { guests: input.guests })
  try {
    return await inTransaction(ctx, (ctx) => replaceGuests(ctx, input.bookingId, guests))
  } catch (error) {
    if (error instanceof AppError && error.code === CLOSED)
      await tellOfLateAllergies(ctx, input.bookingId, guests)
    throw error
  }
}

async function replaceGuests(
  ctx: Context,
  bookingId: string,
  guests: readonly PartyGuest[],
): Promise<BookingRow> {
  const row = await lockBooking(ctx, bookingId)
  const before = await readGuests(ctx, row.id)
  const food = await readBookedFood(ctx, row, before)
  requireHeadCountOpen(ctx, row, food.closesHoursBefore, {
    code: CLOSED,
    message: `The choices close ${food.closesHoursBefore} hours before the start; call us about anything that matters for somebody's health.`,
  })
  checkGuestList(guests, food)
  await ctx.db.delete(partyGuests).where(eq(partyGuests.bookingId, row.id))
  if (guests.length > 0) await ctx.db.insert(partyGuests).values(rowsOf(ctx, row, guests))
  const changed = { version: row.version + 1 }
  await ctx.db.update(bookings).set(changed).where(eq(bookings.id, row.id))
  await tellOfSevere(ctx, row, guests)
  await tellOfChange(ctx, row, before, guests)
  return { ...row, ...changed }
}

/** After the choices have closed nothing is saved here, but what matters for somebody's health reaches a person. */
async function tellOfLateAllergies(
  ctx: Context,
  bookingId: string,
  guests: readonly PartyGuest[],
): Promise<void> {
  const declared = allergiesOf(guests)
  if (declared.length === 0) return
  const row = await requireBooking(ctx, bookingId)
  await createTask(ctx, {
    kind: "safety",
    title: `${row.reference}: allergies were declared after the choices closed`,
    detail: `${declared.join("; ")}. Nothing was saved: call ${row.contact.name}, then write it down and tell the chef.`,
    dueAt: ctx.now().add({ hours: LATE_TASK_WITHIN_HOURS }),
    isUrgent: true,
    bookingId: row.id,
    customerId: row.customerId,
    key: `late-allergies:${row.id}:${declared.join("|")}`,
  })
}

/** @returns who must not eat what, one sentence part each. */
function allergiesOf(guests: readonly PartyGuest[]): string[] {
  return guests
    .filter((guest) => guest.allergens.length > 0 || guest.isSevere)
    .map((guest) => {
      const what = guest.allergens.join(", ") || "not named"
      return `${guest.name || "a guest"}: ${what}${guest.isSevere ? " (severe)" : ""}`
    })
}

function rowsOf(ctx: Context, row: BookingRow, guests: readonly PartyGuest[]) {
  return guests.map((guest, position) => ({
    bookingId: row.id,
    position,
    guest,
    savedAt: ctx.now(),
    savedBy: actorName(ctx.actor),
  }))
}

async function tellOfSevere(ctx: Context, row: BookingRow, guests: readonly PartyGuest[]): Promise<void> {
  const severe = guests.filter((guest) => guest.isSevere)
  if (severe.length === 0) return
  const whom = severe.map(
    (guest) =>
      `${guest.name || "a guest"}${guest.allergens.length > 0 ? ` (${guest.allergens.join(", ")})` : ""}`,
  )
  await createTask(ctx, {
    kind: "safety",
    title: `${row.reference}: a severe allergy was declared`,
    detail: `${whom.join("; ")}. The grill is shared: call ${row.contact.name} and promise nothing.`,
    dueAt: ctx.now().add({ hours: TASK_WITHIN_HOURS }),
    isUrgent: true,
    bookingId: row.id,
    customerId: row.customerId,
    key: `severe-allergy:${row.id}:${whom.join("|")}`,
  })
}

async function tellOfChange(
  ctx: Context,
  row: BookingRow,
  before: readonly PartyGuest[],
  after: readonly PartyGuest[],
): Promise<void> {
  const withAllergy = (guests: readonly PartyGuest[]) =>
    guests.filter((guest) => guest.allergens.length > 0).length
  const details = {
    listed: after.length,
    listedBefore: before.length,
    withAllergy: withAllergy(after),
    withAllergyBefore: withAllergy(before),
    // The rows are replaced; here it stays readable who had declared what.
    allergies: allergiesOf(after),
    allergiesBefore: allergiesOf(before),
  }
  await addTimelineEntry(ctx, {
    customerId: row.customerId,
    kind: "booking",
    title: `${row.reference}: who eats what was saved`,
    detail: `${after.length} guests listed, ${details.withAllergy} with an allergy`,
    entity: "booking",
    entityId: row.id,
  })
  ctx.afterCommit(() => ctx.services.live.publish({ topic: "bookings", kind: "booking", id: row.id }))
  await audit(ctx, { action: "booking.guest-list-saved", entity: "booking", entityId: row.id, details })
}
