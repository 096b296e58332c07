import { createTask } from "#modules/tasks/index.ts"
import type { Context } from "#platform/context.ts"
import { publish } from "#platform/jobs/events.ts"
import type { Temporal } from "#platform/time.ts"
import { advanceLocked } from "./advance-booking.ts"
import { cancellationRequested } from "./events.ts"
import { formatStart } from "./format-start.ts"
import type { BookingRow } from "./read-booking.ts"
import { PLANNED } from "./rules/booking-states.ts"

/** Keeps a customer's wish to cancel for a manager; the chefs stay the party's own until then. */
export async function requestCancellation(ctx: Context, row: BookingRow, reason: string): Promise<void> {
  await createTask(ctx, {
    kind: "booking",
    title: `${row.reference}: decide about a late cancellation`,
    detail: `${row.contact.name} asks to cancel the party at ${formatStart(row.startsAt, row.timeZone)}${reason ? `: “${reason}”.` : "."} A manager approves it or keeps the party on the booking's page.`,
    dueAt: ctx.now().add({ hours: 4 }),
    isUrgent: true,
    bookingId: row.id,
    customerId: row.customerId,
    key: cancelTaskKey(row.id, ctx.now()),
  })
  await publish(ctx, cancellationRequested, { bookingId: row.id, customerId: row.customerId })
  await advanceLocked(ctx, row, {
    to: "cancel_requested",
    reason: reason || "The customer asks to cancel.",
    changes: {
      resumeStatus: PLANNED.find((status) => status === row.status) ?? "confirmed",
      cancelRequestedAt: ctx.now(),
      cancelReason: reason,
    },
    title: "is asked to be cancelled",
  })
}

/** @returns the key of the task to decide about a wish to cancel, by when it was asked. */
export function cancelTaskKey(bookingId: string, requestedAt: Temporal.Instant): string {
  return `cancel-requested:${bookingId}:${requestedAt.epochMilliseconds}`
}
