import { usd } from "@myhibachi/contract/money"
import type { AccountStatement } from "@myhibachi/contract/money-reports"
import { findAccountLines } from "#modules/payments/index.ts"
import type { Context } from "#platform/context.ts"
import { readMoneyFrame } from "./money-frame.ts"

export interface ReadAccountStatement {
  account: string
  from: string
  to: string
  cursor?: string | undefined
  limit: number
}

/**
 * One account between two days with its balance after every line, oldest first.
 * @throws AppError "account-not-found", "range-invalid", "invalid-cursor".
 */
export async function readAccountStatement(
  ctx: Context,
  query: ReadAccountStatement,
): Promise<AccountStatement> {
  const { from, to, timeZone, within } = await readMoneyFrame(ctx, {
    from: query.from,
    to: query.to,
    unit: "month",
  })
  const page = await findAccountLines(ctx, { ...query, within })
  return {
    account: query.account,
    title: page.title,
    from,
    to,
    timeZone,
    opening: usd(page.openingCents),
    closing: usd(page.closingCents),
    items: page.lines.map(({ at, amountCents, balanceCents, ...line }) => ({
      ...line,
      at: at.toString(),
      amount: usd(amountCents),
      balance: usd(balanceCents),
    })),
    nextCursor: page.nextCursor,
  }
}
