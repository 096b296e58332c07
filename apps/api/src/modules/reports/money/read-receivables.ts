import { usd } from "@myhibachi/contract/money"
import { Age, type Receivable, type ReceivablesReport } from "@myhibachi/contract/money-reports"
import { findPartiesOfMoney, findUnpaidParties, type PartyOfMoney } from "#modules/booking/index.ts"
import { sumByBooking } from "#modules/payments/index.ts"
import type { Context } from "#platform/context.ts"
import { decodeCursor, toPage } from "#platform/http/paging.ts"
import { ageOf, daysOverdue } from "./age-debts.ts"

export interface ReadReceivables {
  age?: Age | undefined
  cursor?: string | undefined
  limit: number
}

/**
 * Who owes what since when, the longest first: parties that took place as the ledger has them, and those to come
 * whose price is not paid yet.
 * @throws AppError "invalid-cursor".
 */
export async function readReceivables(ctx: Context, query: ReadReceivables): Promise<ReceivablesReport> {
  const all = [...(await findEarned(ctx)), ...(await findAgreed(ctx))].sort((left, right) =>
    placeOf(left).localeCompare(placeOf(right)),
  )
  const [after] = query.cursor ? decodeCursor(query.cursor, 1) : []
  const rows = all.filter(
    (row) => (!query.age || row.age === query.age) && (!after || placeOf(row) > String(after)),
  )
  return {
    asOf: ctx.now().toString(),
    ages: Age.options.map((age) => {
      const those = all.filter((row) => row.age === age)
      return { age, parties: those.length, amount: sumOf(those) }
    }),
    earned: sumOf(all.filter((row) => row.isEarned)),
    agreed: sumOf(all.filter((row) => !row.isEarned)),
    ...toPage(
      rows.slice(0, query.limit + 1),
      query.limit,
      (row) => [placeOf(row)],
      (row) => row,
    ),
  }
}

async function findEarned(ctx: Context): Promise<Receivable[]> {
  const sums = await sumByBooking(ctx, "receivable")
  const parties = await findPartiesOfMoney(
    ctx,
    sums.flatMap(({ bookingId }) => (bookingId === null ? [] : [bookingId])),
  )
  return sums.map(({ bookingId, cents }) => ({
    ...describe(ctx, parties.get(bookingId ?? "")),
    bookingId,
    isEarned: true,
    amount: usd(cents),
  }))
}

async function findAgreed(ctx: Context): Promise<Receivable[]> {
  const parties = await findUnpaidParties(ctx)
  return parties.map((party) => ({
    ...describe(ctx, party),
    bookingId: party.bookingId,
    isEarned: false,
    amount: usd(party.owedCents),
  }))
}

function describe(
  ctx: Context,
  party: PartyOfMoney | undefined,
): Omit<Receivable, "bookingId" | "isEarned" | "amount"> {
  return {
    reference: party?.reference ?? null,
    customerName: party?.customerName ?? null,
    startsAt: party?.startsAt.toString() ?? null,
    timeZone: party?.timeZone ?? null,
    dueAt: party?.dueAt.toString() ?? null,
    daysOverdue: party ? daysOverdue(party.dueAt, ctx.now()) : null,
    age: ageOf(party?.dueAt ?? null, ctx.now()),
  }
}

/** The longest due first; where a list goes on. */
function placeOf(row: Receivable): string {
  return `${row.dueAt ?? ""}|${row.bookingId ?? ""}|${row.isEarned}`
}

function sumOf(rows: readonly Receivable[]) {
  return usd(rows.reduce((sum, { amount }) => sum + amount.amount, 0))
}
