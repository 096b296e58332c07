import {
  type CheckIn,
  CompleteAssignment,
  CorrectServed,
  ReportIncident,
} from "@myhibachi/contract/assignments"
import type { Guests } from "@myhibachi/contract/quote"
import {
  type AssignmentRow,
  findAssignments,
  payForParty,
  recordCheckIn,
  recordIncident,
  recordResponse,
  recordServed,
  repayService,
  requireAssignment,
  requireOwnAssignment,
  servedOf,
} from "#modules/crew/index.ts"
import { createTask } from "#modules/tasks/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, invalidField } from "#platform/errors.ts"
import { advanceLocked, requireMove } from "../advance-booking.ts"
import { parseInput } from "../parse-input.ts"
import { type BookingRow, lockBooking } from "../read-booking.ts"
import { PLANNED } from "../rules/booking-states.ts"
import { lockBookingOf } from "./respond.ts"

/**
 * A chef has arrived; the first one starts the party. Saying it again changes nothing.
 * @throws AppError "assignment-not-found", "move-refused" (409) when it is too early.
 */
export async function checkIn(ctx: Context, input: CheckIn & { assignmentId: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const row = await lockBookingOf(ctx, input.assignmentId)
    const own = await requireOwnAssignment(ctx, input.assignmentId)
    if (own.assignment.checkedInAt) return
    if (row.status !== "in_progress") await requireMove(ctx, row, "in_progress")
    if (own.assignment.response === "pending") await recordResponse(ctx, input.assignmentId, "accepted")
    const { meters } = await recordCheckIn(ctx, own, input.position)
    await note(ctx, row, "assignment.checked-in", own, { meters })
    await startParty(ctx, row, own)
  })
}

async function startParty(ctx: Context, row: BookingRow, { chef }: AssignmentRow): Promise<BookingRow> {
  if (!PLANNED.some((status) => status === row.status)) return row
  return advanceLocked(ctx, row, {
    to: "in_progress",
    reason: `${chef.name} has arrived`,
    title: "has begun",
  })
}

/**
 * A chef is done and says whom they served, which is what they are paid for. The last one completes the party.
 * @throws AppError "assignment-not-found", "served-too-many" (400), "assignment-done" (409) with other counts before,
 * "move-refused" (409) before the start.
 */
export async function completeAssignment(
  ctx: Context,
  input: CompleteAssignment & { assignmentId: string },
): Promise<void> {
  const { served } = parseInput(CompleteAssignment, { served: input.served })
  await inTransaction(ctx, async (ctx) => {
    const row = await lockBookingOf(ctx, input.assignmentId)
    const own = await requireOwnAssignment(ctx, input.assignmentId)
    if (own.assignment.completedAt) return requireSame(own, served)
    await requireWithin(ctx, row, own, served)
    // Who forgot to check in was there all the same.
    const begun = PLANNED.some((status) => status === row.status) ? await startParty(ctx, row, own) : row
    await requireMove(ctx, begun, "completed")
    await recordServed(ctx, input.assignmentId, served)
    await payForParty(ctx, own, served.adults)
    await note(ctx, begun, "assignment.completed", own, { served })
    const rest = await findAssignments(ctx, [row.id])
    if (rest.every(({ claim, assignment }) => claim.released || assignment.completedAt))
      await advanceLocked(ctx, begun, { to: "completed", reason: "All chefs are done", title: "is over" })
  })
}

function requireSame(own: AssignmentRow, served: Guests): void {
  const before = servedOf(own.assignment)
  const isSame =
    before?.adults === served.adults &&
    before.children === served.children &&
    before.littleOnes === served.littleOnes
  if (isSame) return
  const message = `You have reported ${before?.adults} adults and ${before?.children} children already; the office can put it right.`
  throw new AppError("conflict", "assignment-done", message)
}

const BANDS = { adults: "adults", children: "children", littleOnes: "little ones" } as const
/** More may come than were booked; beyond this it is a slip of the finger. */
const MOST_TIMES_BOOKED = 1.5
const MOST_MORE = 10

/** All chefs of a party together cannot have served many more than were booked. */
async function requireWithin(
  ctx: Context,
  row: BookingRow,
  own: AssignmentRow,
  served: Guests,
): Promise<void> {
  const rows = await findAssignments(ctx, [row.id])
  for (const band of ["adults", "children", "littleOnes"] as const) {
    const others = rows.filter(({ claim }) => !claim.released && claim.id !== own.claim.id)
    const sum = others.reduce(
      (total, { assignment }) => total + (servedOf(assignment)?.[band] ?? 0),
      served[band],
    )
    if (sum <= Math.ceil(row.guests[band] * MOST_TIMES_BOOKED) + MOST_MORE) continue
    throw invalidField(
      `/served/${band}`,
      `${row.guests[band]} ${BANDS[band]} are booked; with this the chefs served ${sum}. Check the number, or call the office.`,
      "served-too-many",
    )
  }
}

/** The office puts a count right; the pay follows by a reversal. @throws AppError "assignment-open" (409) before it is done. */
export async function correctServed(
  ctx: Context,
  input: CorrectServed & { assignmentId: string },
): Promise<void> {
  const { served, reason } = parseInput(CorrectServed, { served: input.served, reason: input.reason })
  const found = await requireAssignment(ctx, input.assignmentId)
  await inTransaction(ctx, async (ctx) => {
    const row = await lockBooking(ctx, found.assignment.bookingId)
    const assigned = await requireAssignment(ctx, input.assignmentId)
    if (!assigned.assignment.completedAt)
      throw new AppError("conflict", "assignment-open", "The chef has not reported this party as done yet.")
    await recordServed(ctx, input.assignmentId, served)
    await repayService(ctx, assigned, served.adults, reason)
    await note(ctx, row, "assignment.corrected", assigned, { served, reason })
  })
}

const INCIDENT_TITLES = {
  injury: "somebody was hurt",
  allergy: "an allergic reaction",
  damage: "something was damaged",
  other: "a problem",
} as const

/** Keeps what went wrong and tells a person at once. @throws AppError "assignment-not-found". */
export async function reportIncident(
  ctx: Context,
  input: ReportIncident & { assignmentId: string },
): Promise<void> {
  const { kind, text } = parseInput(ReportIncident, { kind: input.kind, text: input.text })
  await inTransaction(ctx, async (ctx) => {
    const row = await lockBookingOf(ctx, input.assignmentId)
    const own = await requireOwnAssignment(ctx, input.assignmentId)
    const { id: taskId } = await createTask(ctx, {
      kind: "safety",
      title: `${row.reference}: ${own.chef.name} reports ${INCIDENT_TITLES[kind]}`,
      detail: `${text}\n\nCall the chef and ${row.contact.name} now.`,
      dueAt: ctx.now(),
      isUrgent: true,
      bookingId: row.id,
      customerId: row.customerId,
    })
    const incidentId = await recordIncident(ctx, own, { kind, text, taskId })
    await note(ctx, row, "assignment.incident", own, { incidentId, kind, taskId })
  })
}

async function note(
  ctx: Context,
  row: BookingRow,
  action: string,
  { assignment }: AssignmentRow,
  details: Record<string, unknown>,
): Promise<void> {
  const { claimId: assignmentId, chefId } = assignment
  ctx.afterCommit(() => ctx.services.live.publish({ topic: "bookings", kind: "booking", id: row.id }))
  await audit(ctx, {
    action,
    entity: "booking",
    entityId: row.id,
    details: { assignmentId, chefId, ...details },
  })
}
