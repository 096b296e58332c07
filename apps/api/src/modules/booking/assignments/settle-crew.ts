import { claimNextChefs, findAssignments, type PartyShare } from "#modules/crew/index.ts"
import { createTask } from "#modules/tasks/index.ts"
import { audit } from "#platform/audit.ts"
import type { Context } from "#platform/context.ts"
import { advanceLocked } from "../advance-booking.ts"
import { formatStart } from "../format-start.ts"
import { type BookingRow, lockBooking } from "../read-booking.ts"
import { readPartyCrew } from "./crewed-party.ts"

const TASK_WITHIN_HOURS = 2

/** What happened to a party's crew, for the audit. */
export interface CrewChange {
  action: string
  details: Record<string, unknown>
}

/**
 * Asks the next candidate for a part that has become free; when nobody is left a person hears of it at once.
 * @returns the chef who is asked now, or null.
 */
export async function replaceChef(
  ctx: Context,
  row: BookingRow,
  part: { share: PartyShare; because: string; exceptChefId: string },
): Promise<string | null> {
  const { party } = await readPartyCrew(ctx, row)
  const chefIds = await claimNextChefs(ctx, {
    ...party,
    shares: [part.share],
    exceptChefIds: [part.exceptChefId],
  })
  const [chefId] = chefIds ?? []
  if (!chefId) await askForChef(ctx, row, part.because)
  return chefId ?? null
}

/** Tells a person that the rules find no chef. */
export async function askForChef(ctx: Context, row: BookingRow, because: string): Promise<void> {
  await createTask(ctx, {
    kind: "booking",
    title: `${row.reference} lacks a chef`,
    detail: `${because} Nobody else is free for ${formatStart(row.startsAt, row.timeZone)}: find a chef, move the party, or call ${row.contact.name}.`,
    dueAt: ctx.now().add({ hours: TASK_WITHIN_HOURS }),
    isUrgent: true,
    bookingId: row.id,
    customerId: row.customerId,
  })
}

/** Ends a change of a locked booking's crew: its audit, and the state that follows from it. */
export async function settleCrew(ctx: Context, row: BookingRow, change: CrewChange): Promise<void> {
  ctx.afterCommit(() => ctx.services.live.publish({ topic: "bookings", kind: "booking", id: row.id }))
  await audit(ctx, { ...change, entity: "booking", entityId: row.id })
  await followCrew(ctx, row.id)
}

/**
 * Makes a planned party assigned when its crew is complete and all have accepted, and only confirmed again when that
 * is no longer so. In the caller's transaction, last of all.
 */
export async function followCrew(ctx: Context, bookingId: string): Promise<void> {
  const row = await lockBooking(ctx, bookingId)
  const live = (await findAssignments(ctx, [row.id])).filter(({ claim }) => !claim.released)
  const isComplete =
    live.length >= row.chefs && live.every(({ assignment }) => assignment.response === "accepted")
  // The state follows from the chefs' answers, whoever gave the last one.
  const system = ctx.as({ kind: "system", name: "crew" })
  if (isComplete && row.status === "confirmed")
    await advanceLocked(system, row, { to: "assigned", reason: "All chefs have accepted" })
  if (!isComplete && row.status === "assigned")
    await advanceLocked(system, row, { to: "confirmed", reason: "The crew is not complete any more" })
}
