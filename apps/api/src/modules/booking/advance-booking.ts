import type { BookingStatus } from "@myhibachi/contract/booking"
import { eq } from "drizzle-orm"
import { policiesById } from "#modules/catalog/index.ts"
import { findClaimsOfBookings } from "#modules/crew/index.ts"
import { addTimelineEntry } from "#modules/customers/index.ts"
import { audit } from "#platform/audit.ts"
import type { Actor, Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError } from "#platform/errors.ts"
import { type EventDefinition, publish } from "#platform/jobs/events.ts"
import { bookingCompleted, bookingLocked, bookingSettled, bookingStarted } from "./events.ts"
import { type BookingRow, lockBooking, owedCents } from "./read-booking.ts"
import { recordTransition } from "./record-transition.ts"
import { findMove, type MoveFacts, type Mover, mayMove, refuseByGuard } from "./rules/booking-states.ts"
import { bookings } from "./tables.ts"

/** What changes with the state; the state and the version follow from the move. */
type Changes = Partial<Omit<typeof bookings.$inferInsert, "id" | "status" | "version">>

export interface BookingAdvance {
  to: BookingStatus
  /** For the history; says why. */
  reason: string
  details?: Record<string, unknown>
  changes?: Changes
  /** The customer's timeline, without the reference. */
  title?: string
  detail?: string
}

export interface AdvanceBooking extends BookingAdvance {
  bookingId: string
}

/**
 * Moves a booking to another state, with its history, audit, timeline, event and live update in one transaction.
 * @returns the booking as it is now. @throws AppError "booking-not-found", "move-unknown", "move-refused" (409),
 * "move-not-yours" (403).
 */
export async function advanceBooking(ctx: Context, input: AdvanceBooking): Promise<BookingRow> {
  const { bookingId, ...advance } = input
  return inTransaction(ctx, async (ctx) => advanceLocked(ctx, await lockBooking(ctx, bookingId), advance))
}

/** The same for a row that the caller has locked in its transaction; call it last, because it writes the audit row. */
export async function advanceLocked(
  ctx: Context,
  row: BookingRow,
  advance: BookingAdvance,
): Promise<BookingRow> {
  await requireMove(ctx, row, advance.to)
  const [updated] = await ctx.db
    .update(bookings)
    .set({ ...advance.changes, status: advance.to, version: row.version + 1 })
    .where(eq(bookings.id, row.id))
    .returning()
  if (!updated) throw new Error(`The booking ${row.id} has gone.`)
  await tellOfAdvance(ctx, row, advance)
  return updated
}

/** Refuses a move that the booking's life does not know, that is not the actor's or not for now. */
export async function requireMove(ctx: Context, row: BookingRow, to: BookingStatus): Promise<void> {
  const found = findMove(row.status, to)
  if (!found) {
    const message = `A party that is ${wordsOf(row.status)} cannot become ${wordsOf(to)}.`
    throw new AppError("conflict", "move-unknown", message, { from: row.status, to })
  }
  if (!mayMove(found, capacitiesOf(ctx.actor))) {
    const message = `To make a party ${wordsOf(to)} that is ${wordsOf(row.status)} takes the word of ${found.who.join(" or ")}.`
    throw new AppError("forbidden", "move-not-yours", message, { from: row.status, to, who: [...found.who] })
  }
  const refusal = refuseByGuard(found.guard, await factsOf(ctx, row))
  if (refusal) throw new AppError("conflict", "move-refused", refusal, { from: row.status, to })
}

const MANAGERS: readonly string[] = ["owner", "director", "manager"]

/** @returns in which capacities somebody acts on bookings. An agent acts for its customer, never as staff. */
export function capacitiesOf(actor: Actor): Mover[] {
  switch (actor.kind) {
    case "system":
      return ["system"]
    case "staff":
      if (actor.role === "chef") return ["chef"]
      return MANAGERS.includes(actor.role) ? ["staff", "manager"] : ["staff"]
    case "customer":
    case "visitor":
    case "agent":
      return ["customer"]
    default:
      return actor satisfies never
  }
}

async function factsOf(ctx: Context, row: BookingRow): Promise<MoveFacts> {
  const { parameters } = await policiesById(ctx, row.policyIds)
  const claims = await findClaimsOfBookings(ctx, [row.id])
  return {
    startsAt: row.startsAt,
    arrivesAt: row.work.from,
    now: ctx.now(),
    headCountClosesHoursBefore: parameters.head_count.closesHoursBefore,
    chefsNeeded: row.chefs,
    chefsAssigned: claims.length,
    owedCents: owedCents(row),
  }
}

function wordsOf(status: BookingStatus): string {
  return status.replaceAll("_", " ")
}

type BookingEvent = EventDefinition<{ bookingId: string; customerId: string }>

/** States whose coming others wait for; a cancellation tells its money, so it publishes by itself. */
const EVENTS: Partial<Record<BookingStatus, BookingEvent>> = {
  locked: bookingLocked,
  in_progress: bookingStarted,
  completed: bookingCompleted,
  settled: bookingSettled,
}

async function tellOfAdvance(ctx: Context, row: BookingRow, advance: BookingAdvance): Promise<void> {
  const { to, reason, detail } = advance
  const details = { from: row.status, to, ...advance.details }
  await recordTransition(ctx, {
    entity: "booking",
    entityId: row.id,
    from: row.status,
    to,
    reason,
    details: advance.details ?? {},
  })
  await addTimelineEntry(ctx, {
    customerId: row.customerId,
    kind: "booking",
    title: `${row.reference} ${advance.title ?? `is ${wordsOf(to)}`}`,
    ...(detail === undefined ? {} : { detail }),
    entity: "booking",
    entityId: row.id,
  })
  const event = EVENTS[to]
  if (event) await publish(ctx, event, { bookingId: row.id, customerId: row.customerId })
  ctx.afterCommit(() => ctx.services.live.publish({ topic: "bookings", kind: "booking", id: row.id }))
  await audit(ctx, {
    action: `booking.${to.replaceAll("_", "-")}`,
    entity: "booking",
    entityId: row.id,
    details,
  })
}
