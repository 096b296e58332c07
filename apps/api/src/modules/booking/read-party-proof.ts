import type { BookingStatus } from "@myhibachi/contract/booking"
import { eq } from "drizzle-orm"
import { policiesById } from "#modules/catalog/index.ts"
import { findAssignments } from "#modules/crew/index.ts"
import type { Context } from "#platform/context.ts"
import type { Temporal } from "#platform/time.ts"
import { describeGuests } from "./papers/describe-party.ts"
import { requireBooking } from "./read-booking.ts"
import { readHistory } from "./record-transition.ts"
import { agreements } from "./tables.ts"

/** What shows that a party was agreed and took place. */
export interface PartyProof {
  reference: string
  startsAt: Temporal.Instant
  timeZone: string
  place: string
  guests: string
  contact: { name: string; email: string | null }
  customerId: string
  /** Null when staff booked without a signature. */
  agreement: {
    signerName: string
    signedAt: Temporal.Instant
    textHash: string
    ipAddress: string
    userAgent: string
    terms: { title: string; text: string }[]
  } | null
  /** What happened, the oldest first; instants as text. */
  service: { at: string; what: string }[]
}

const TOLD: Partial<Record<BookingStatus, string>> = {
  confirmed: "The booking was confirmed.",
  in_progress: "The party began.",
  completed: "The party was completed.",
  settled: "The party was paid in full.",
  cancelled: "The booking was cancelled.",
  no_show: "Nobody was there to be served.",
}

/** @returns agreement, check-ins and history of a booking, as evidence. @throws AppError "booking-not-found". */
export async function readPartyProof(ctx: Context, input: { bookingId: string }): Promise<PartyProof> {
  const row = await requireBooking(ctx, input.bookingId)
  const { items } = await readHistory(ctx, { bookingId: row.id, holdId: row.holdId })
  const moves = items.flatMap(({ at, to }) => {
    const what = TOLD[to as BookingStatus]
    return what ? [{ at, what }] : []
  })
  const service = [...moves, ...(await readArrivals(ctx, row.id))]
  return {
    reference: row.reference,
    startsAt: row.startsAt,
    timeZone: row.timeZone,
    place: row.place.formatted,
    guests: describeGuests(row.guests),
    contact: { name: row.contact.name, email: row.contact.email ?? null },
    customerId: row.customerId,
    agreement: await readSignature(ctx, row.holdId),
    service: service.sort((one, other) => (one.at < other.at ? -1 : 1)),
  }
}

async function readSignature(ctx: Context, holdId: string): Promise<PartyProof["agreement"]> {
  const [row] = await ctx.db.select().from(agreements).where(eq(agreements.holdId, holdId))
  if (!row) return null
  const { texts } = await policiesById(ctx, row.policyIds)
  const { signerName, signedAt, textHash, ipAddress, userAgent } = row
  const terms = texts.map(({ title, text }) => ({ title, text }))
  return { signerName, signedAt, textHash, ipAddress, userAgent, terms }
}

async function readArrivals(ctx: Context, bookingId: string): Promise<PartyProof["service"]> {
  const rows = await findAssignments(ctx, [bookingId])
  return rows.flatMap(({ assignment, chef }) => {
    const { checkedInAt, checkInMeters, completedAt } = assignment
    const where = checkInMeters === null ? "" : `, ${checkInMeters} m from the address by their phone`
    return [
      ...(checkedInAt
        ? [{ at: checkedInAt.toString(), what: `The chef ${chef.name} checked in on site${where}.` }]
        : []),
      ...(completedAt
        ? [{ at: completedAt.toString(), what: `The chef ${chef.name} finished the service.` }]
        : []),
    ]
  })
}
