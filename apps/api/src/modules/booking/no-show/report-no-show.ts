import { type NoShowReport, ReportNoShow } from "@myhibachi/contract/booking-life"
import { findClaimsOfBookings } from "#modules/crew/index.ts"
import { createTask } from "#modules/tasks/index.ts"
import { actorName, type Context } from "#platform/context.ts"
import { inTransaction } from "#platform/database/database.ts"
import { AppError, invalidField } from "#platform/errors.ts"
import { Temporal } from "#platform/time.ts"
import { straightMiles } from "#providers/maps/great-circle.ts"
import { tellOfChange } from "../change-orders/tell-of-change.ts"
import { parseInput } from "../parse-input.ts"
import { type BookingRow, lockBooking } from "../read-booking.ts"
import { readAttachment } from "./attach-photo.ts"
import { presentNoShow, readNoShow } from "./read-no-show.ts"
import { noShows } from "./tables.ts"

const METERS_PER_MILE = 1609.344
const STATES: readonly BookingRow["status"][] = ["assigned", "locked", "in_progress"]

/**
 * Keeps what a chef found where the party should have been: when, where, a photo and words. Nothing of the
 * booking changes until a manager confirms it.
 * @throws AppError "no-show-too-early", "no-show-refused", "no-show-reported" (409), "chef-not-there",
 * "attachment-not-found".
 */
export async function reportNoShow(
  ctx: Context,
  input: ReportNoShow & { bookingId: string },
): Promise<NoShowReport> {
  const { bookingId, ...given } = input
  const report = parseInput(ReportNoShow, given)
  return inTransaction(ctx, async (ctx) => {
    const row = await lockBooking(ctx, bookingId)
    refuseState(ctx, row, Temporal.Instant.from(report.observedAt))
    const chefId = await requireChefOfParty(ctx, row, report.chefId)
    await readAttachment(ctx, { bookingId, attachmentId: report.attachmentId })
    if ((await readNoShow(ctx, bookingId))?.status === "reported")
      throw new AppError("conflict", "no-show-reported", "This was reported already; a manager looks at it.")
    const [written] = await ctx.db
      .insert(noShows)
      .values({
        ...report,
        id: ctx.newId("nos"),
        bookingId,
        chefId,
        status: "reported",
        observedAt: Temporal.Instant.from(report.observedAt),
        distanceMeters: Math.round(straightMiles(report, row.place) * METERS_PER_MILE),
        reportedBy: actorName(ctx.actor),
        reportedAt: ctx.now(),
      })
      .returning()
    if (!written) throw new Error("The report was not written.")
    await tellOfReport(ctx, row, written)
    return presentNoShow(written)
  })
}

function refuseState(ctx: Context, row: BookingRow, observedAt: Temporal.Instant): void {
  if (!STATES.includes(row.status)) {
    const message = "Only a party that is under way can be reported as one where nobody was."
    throw new AppError("conflict", "no-show-refused", message)
  }
  const isEarly = Temporal.Instant.compare(observedAt, row.startsAt) < 0
  if (isEarly || Temporal.Instant.compare(ctx.now(), row.startsAt) < 0)
    throw new AppError(
      "conflict",
      "no-show-too-early",
      "Wait until the start of the party before you report that nobody is there.",
    )
  if (Temporal.Instant.compare(observedAt, ctx.now()) > 0)
    throw invalidField("/observedAt", "The time of the report lies in the future.", "observed-in-future")
}

/** A chef speaks for himself, the office for a chef who holds the party. @returns the chef. */
async function requireChefOfParty(ctx: Context, row: BookingRow, named: string | undefined): Promise<string> {
  const own = ctx.actor.kind === "staff" && ctx.actor.role === "chef" ? ctx.actor.chefId : undefined
  const chefId = own ?? named
  const claims = await findClaimsOfBookings(ctx, [row.id])
  if (chefId && claims.some((claim) => claim.chefId === chefId)) return chefId
  throw invalidField("/chefId", "Name the chef of this party who was there.", "chef-not-there")
}

async function tellOfReport(
  ctx: Context,
  row: BookingRow,
  report: typeof noShows.$inferSelect,
): Promise<void> {
  await createTask(ctx, {
    kind: "booking",
    title: `${row.reference}: nobody was there; a manager decides`,
    detail: `${report.note} The chef stood ${report.distanceMeters} meters from the address. Look at the photo on the booking's page, call ${row.contact.name}, then confirm or dismiss it.`,
    dueAt: ctx.now().add({ hours: 1 }),
    isUrgent: true,
    bookingId: row.id,
    customerId: row.customerId,
    key: `no-show:${report.id}`,
  })
  await tellOfChange(ctx, row, {
    reason: "no-show reported",
    title: "nobody was there, a chef says",
    detail: report.note,
    details: { reportId: report.id, chefId: report.chefId, distanceMeters: report.distanceMeters },
    action: "booking.no-show-reported",
  })
}
