import { addTimelineEntry } from "#modules/customers/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import type { BookingRow } from "../read-booking.ts"
import { recordTransition } from "../record-transition.ts"

export interface ToldChange {
  reason: string
  /** The customer's timeline, without the reference. */
  title: string
  detail: string
  details: Record<string, unknown>
  /** The audit's verb. */
  action: string
}

/** Tells of something that leaves the booking's state as it is: history, timeline, live update, audit. Call it last. */
export async function tellOfChange(ctx: Context, row: BookingRow, told: ToldChange): Promise<void> {
  await recordTransition(ctx, {
    entity: "booking",
    entityId: row.id,
    from: row.status,
    to: row.status,
    reason: told.reason,
    details: told.details,
  })
  await addTimelineEntry(ctx, {
    customerId: row.customerId,
    kind: "booking",
    title: `${row.reference}: ${told.title}`,
    detail: told.detail,
    entity: "booking",
    entityId: row.id,
  })
  ctx.afterCommit(() => ctx.services.live.publish({ topic: "bookings", kind: "booking", id: row.id }))
  await audit(ctx, { action: told.action, entity: "booking", entityId: row.id, details: told.details })
}
