import { type MovePreview, MovePreviewQuery } from "@myhibachi/contract/chef-time"
import { usd } from "@myhibachi/contract/money"
import { policiesById } from "#modules/catalog/index.ts"
import type { Context } from "#platform/context.ts"
import { Temporal } from "#platform/time.ts"
import { judgeAll } from "./find-availability.ts"
import { parseInput } from "./parse-input.ts"
import { requireAhead, requireBooking } from "./read-booking.ts"
import { sentenceFor } from "./refuse-start.ts"
import { decide, searchFor } from "./reschedule-options.ts"
import { findGridStart } from "./rules/start-grid.ts"

/**
 * Says what moving a party to a start would do: the fee, who is told, and the rule that refuses it. Nothing changes.
 * @throws AppError "booking-not-found", "booking-over".
 */
export async function previewMove(
  ctx: Context,
  input: MovePreviewQuery & { bookingId: string },
): Promise<MovePreview> {
  const { startsAt: text, because } = parseInput(MovePreviewQuery, input)
  const row = await requireBooking(ctx, input.bookingId)
  requireAhead(row, ctx.now())
  const startsAt = Temporal.Instant.from(text)
  const { parameters } = await policiesById(ctx, row.policyIds)
  const decision = decide(ctx, row, startsAt, because, parameters)
  const date = startsAt.toZonedDateTimeISO(row.timeZone).toPlainDate()
  const search = await searchFor(ctx, row, [date], parameters)
  const start = findGridStart(startsAt, row.timeZone, search.scheduling)
  const [judged] = start ? await judgeAll(ctx, search, [{ ...start, date }]) : []
  const rule = judged ? judged.rule : "not-a-start"
  const { name, email, phone } = row.contact
  return {
    startsAt: text,
    isAllowed: decision.isAllowed && rule === null,
    fee: usd(decision.feeCents),
    explanation: rule ? sentenceFor(rule, search.scheduling) : decision.explanation,
    rule,
    told: email
      ? [`${name} by e-mail (${email})`]
      : phone
        ? [`nobody by itself; call ${name} (${phone})`]
        : [],
  }
}
