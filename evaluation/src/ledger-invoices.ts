import { sql } from "drizzle-orm"
import { issueInvoice } from "../../apps/api/src/modules/payments/invoices/issue-invoice.ts"
import type { Context } from "../../apps/api/src/platform/context.ts"
import { inTransaction } from "../../apps/api/src/platform/database/database.ts"

const ISSUERS = 64
/** One in so many is given up after it got its number. */
const GIVEN_UP_ONE_IN = 10

export interface NumbersIssued {
  invoices: number
  gaps: number
  twice: number
  missing: number
  givenUp: number
}

/** Many issue at once, some give up after the number was given; then the numbers are counted. */
export async function issueTogether(ctx: Context, bookingIds: readonly string[]): Promise<NumbersIssued> {
  const waiting = [...bookingIds.entries()]
  let givenUp = 0
  const issuer = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, bookingId] = next
      if (index % GIVEN_UP_ONE_IN === 0) {
        await giveUp(ctx, bookingId)
        givenUp += 1
      }
      await issueInvoice(ctx, { bookingId })
    }
  }
  await Promise.all(Array.from({ length: ISSUERS }, issuer))
  const { rows } = await ctx.db.execute<Record<"count" | "numbers" | "last", string>>(sql`
    select count(*) as count, count(distinct number) as numbers,
      (select sum(last) from payments_invoice_counters where series = 'invoice') as last
    from payments_invoices where kind = 'invoice'`)
  const [found] = rows
  const count = Number(found?.count)
  return {
    invoices: count,
    gaps: Number(found?.last) - count,
    twice: count - Number(found?.numbers),
    missing: bookingIds.length - count,
    givenUp,
  }
}

class GivenUp extends Error {}

/** Issues and takes back before anybody saw it: the number goes back with it. */
async function giveUp(ctx: Context, bookingId: string): Promise<void> {
  const attempt = inTransaction(ctx, async (ctx) => {
    await issueInvoice(ctx, { bookingId })
    throw new GivenUp()
  })
  await attempt.catch((error: unknown) => {
    if (!(error instanceof GivenUp)) throw error
  })
}
