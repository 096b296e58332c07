import type { JobSheet, MyParties, MyParty, OpenCrew } from "@myhibachi/contract/assignments"
import { and, asc, gte, inArray } from "drizzle-orm"
import {
  type AssignmentRow,
  findAssignments,
  findAssignmentsOfChef,
  listChefs,
  presentAssignments,
  requireOwnAssignment,
  servedOf,
} from "#modules/crew/index.ts"
import { readContact } from "#modules/customers/index.ts"
import type { Context } from "#platform/context.ts"
import { AppError, notFound } from "#platform/errors.ts"
import { writePrepSheet } from "../guests/write-prep-sheet.ts"
import { readNoShow } from "../no-show/read-no-show.ts"
import { type BookingRow, requireBooking, stationNames } from "../read-booking.ts"
import { PLANNED } from "../rules/booking-states.ts"
import { bookings } from "../tables.ts"

/** A party that began so long ago still stands under the coming ones, because its chef has to report. */
const STILL_HERE_HOURS = 12
const LISTED = 200

/** @returns the chef's own parties. @throws AppError "chef-not-found" when the chef's record is gone. */
export async function readMyParties(ctx: Context, input: { chefId: string }): Promise<MyParties> {
  const [chef] = await listChefs(ctx, input)
  if (!chef) throw notFound("chef", input.chefId)
  const at = ctx.now().subtract({ hours: STILL_HERE_HOURS })
  const upcoming = await findAssignmentsOfChef(ctx, { ...input, at, side: "upcoming" })
  const past = await findAssignmentsOfChef(ctx, { ...input, at, side: "past" })
  return {
    chefName: chef.name,
    timeZone: chef.timeZone,
    upcoming: await presentParties(ctx, upcoming),
    past: await presentParties(ctx, past),
  }
}

async function presentParties(ctx: Context, rows: readonly AssignmentRow[]): Promise<MyParty[]> {
  const ids = rows.map(({ assignment }) => assignment.bookingId)
  const found = ids.length > 0 ? await ctx.db.select().from(bookings).where(inArray(bookings.id, ids)) : []
  return rows.flatMap((row) => {
    const booking = found.find(({ id }) => id === row.assignment.bookingId)
    return booking ? [presentParty(row, booking)] : []
  })
}

function presentParty({ assignment, claim }: AssignmentRow, booking: BookingRow): MyParty {
  return {
    id: assignment.claimId,
    reference: booking.reference,
    status: booking.status,
    response: assignment.response,
    startsAt: booking.startsAt.toString(),
    timeZone: booking.timeZone,
    arriveAt: claim.work.from.toString(),
    endsAt: claim.work.to.toString(),
    leaveAt: claim.during.from.toString(),
    place: booking.place,
    guests: booking.guests,
    chefs: booking.chefs,
    checkedInAt: assignment.checkedInAt?.toString() ?? null,
    completedAt: assignment.completedAt?.toString() ?? null,
  }
}

/** @returns all that a chef needs at a party; no price, no e-mail, and the phone on the day only. */
export async function readJobSheet(ctx: Context, assignmentId: string): Promise<JobSheet> {
  const own = await requireOwnAssignment(ctx, assignmentId)
  if (own.claim.released)
    throw new AppError("gone", "assignment-declined", "You declined this party; somebody else was asked.")
  const booking = await requireBooking(ctx, own.assignment.bookingId)
  const crew = (await findAssignments(ctx, [booking.id])).filter(({ claim }) => !claim.released)
  const [presented] = await presentAssignments(ctx, [own])
  return {
    ...presentParty(own, booking),
    details: booking.details,
    customerName: booking.contact.name,
    phone: await phoneToday(ctx, booking),
    otherChefs: crew.filter(({ chef }) => chef.id !== own.chef.id).map(({ chef }) => chef.name),
    serves: { adults: own.claim.servesAdults, guests: own.claim.servesGuests },
    served: servedOf(own.assignment),
    sheet: await writePrepSheet(ctx, { bookingId: booking.id }),
    bookingId: booking.id,
    isAbsenceReported: (await readNoShow(ctx, booking.id))?.status === "reported",
    incidents: presented?.incidents ?? [],
  }
}

async function phoneToday(ctx: Context, booking: BookingRow): Promise<string | null> {
  const dayOf = (instant: BookingRow["startsAt"]) =>
    instant.toZonedDateTimeISO(booking.timeZone).toPlainDate()
  if (!dayOf(ctx.now()).equals(dayOf(booking.startsAt))) return null
  if (booking.contact.phone) return booking.contact.phone
  return (await readContact(ctx, { customerId: booking.customerId })).phone
}

/** @returns the parties to come whose crew is not complete or has not all accepted, the next one first. */
export async function findOpenCrews(ctx: Context): Promise<OpenCrew[]> {
  const rows = await ctx.db
    .select()
    .from(bookings)
    .where(and(gte(bookings.startsAt, ctx.now()), inArray(bookings.status, [...PLANNED])))
    .orderBy(asc(bookings.startsAt), asc(bookings.id))
    .limit(LISTED)
  const crews = await findAssignments(
    ctx,
    rows.map(({ id }) => id),
  )
  const names = await stationNames(ctx, rows)
  return rows
    .map((row) => {
      const live = crews.filter(({ assignment, claim }) => assignment.bookingId === row.id && !claim.released)
      return {
        bookingId: row.id,
        reference: row.reference,
        customerName: row.contact.name,
        startsAt: row.startsAt.toString(),
        timeZone: row.timeZone,
        stationName: names.get(row.stationId) ?? row.stationId,
        city: row.place.city,
        missing: Math.max(0, row.chefs - live.length),
        waitingFor: live
          .filter(({ assignment }) => assignment.response === "pending")
          .map(({ chef }) => chef.name),
      }
    })
    .filter((crew) => crew.missing > 0 || crew.waitingFor.length > 0)
}
