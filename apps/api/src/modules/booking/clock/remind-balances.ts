import { formatMoney, usd } from "@myhibachi/contract/money"
import { policiesById } from "#modules/catalog/index.ts"
import { completeTaskByKey, createTask } from "#modules/tasks/index.ts"
import type { Context } from "#platform/context.ts"
import { publish } from "#platform/jobs/events.ts"
import { hoursBetween } from "#platform/time.ts"
import { balanceReminderDue } from "../events.ts"
import { formatStart } from "../format-start.ts"
import { type BookingRow, owedCents, requireBooking } from "../read-booking.ts"
import { PLANNED } from "../rules/booking-states.ts"
import { reminderDue } from "../rules/reminders.ts"
import { findDueBeforeStart, sayOnce } from "./find-due.ts"

/** Reminds of open balances by mail, and late gives them to a person; it never cancels a party. */
export async function remindBalances(ctx: Context): Promise<void> {
  const due = await findDueBeforeStart(ctx, PLANNED, ({ balance }) =>
    Math.max(balance.staffTaskHoursBefore, ...balance.reminderHoursBefore),
  )
  for (const row of due) if (owedCents(row) > 0) await remind(ctx, row)
}

async function remind(ctx: Context, row: BookingRow): Promise<void> {
  const { balance } = (await policiesById(ctx, row.policyIds)).parameters
  const hours = hoursBetween(ctx.now(), row.startsAt)
  if (hours <= balance.staffTaskHoursBefore) return askStaff(ctx, row, balance.staffTaskHoursBefore)
  const mark = reminderDue(hours, balance.reminderHoursBefore)
  if (mark === null) return
  await sayOnce(ctx, row, `balance-${mark}`, (ctx) =>
    publish(ctx, balanceReminderDue, { bookingId: row.id, customerId: row.customerId, hoursBefore: mark }),
  )
}

async function askStaff(ctx: Context, row: BookingRow, hoursBefore: number): Promise<void> {
  await sayOnce(ctx, row, "balance-unpaid", async (ctx) => {
    await createTask(ctx, {
      kind: "payment",
      title: `${row.reference}: ${formatMoney(usd(owedCents(row)))} are unpaid ${hoursBefore} hours before the party`,
      detail: `Call ${row.contact.name}${row.contact.phone ? ` at ${row.contact.phone}` : ""}. The party at ${formatStart(row.startsAt, row.timeZone)} stays booked whatever comes of it.`,
      dueAt: ctx.now().add({ hours: 2 }),
      isUrgent: true,
      bookingId: row.id,
      customerId: row.customerId,
      key: unpaidKey(row),
    })
  })
}

function unpaidKey(row: Pick<BookingRow, "id" | "startsAt">): string {
  return `balance-unpaid:${row.id}:${row.startsAt}`
}

/** Once nothing is owed nobody has to call about it any more. */
export async function closeUnpaidTask(ctx: Context, bookingId: string): Promise<void> {
  const row = await requireBooking(ctx, bookingId)
  if (owedCents(row) === 0) await completeTaskByKey(ctx, unpaidKey(row))
}
