import { usd } from "@myhibachi/contract/money"
import type { MoneyReportQuery, SalesTaxReport } from "@myhibachi/contract/money-reports"
import { findPartiesOfMoney, jurisdictionOf, type PartyOfMoney } from "#modules/booking/index.ts"
import { sumByPeriodAndBooking } from "#modules/payments/index.ts"
import type { Context } from "#platform/context.ts"
import { readMoneyFrame, totalCents } from "./money-frame.ts"
import { spreadTax, type TaxPart } from "./spread-tax.ts"

/**
 * @returns the sales tax that became owed, by who levies it; together the ledger's account to the cent.
 * @throws AppError "range-invalid".
 */
export async function readSalesTax(ctx: Context, query: MoneyReportQuery): Promise<SalesTaxReport> {
  const { within, periods, ...frame } = await readMoneyFrame(ctx, query)
  const sums = await sumByPeriodAndBooking(ctx, { ...frame, within, account: "sales_tax_payable" })
  const parties = await findPartiesOfMoney(
    ctx,
    sums.flatMap(({ bookingId }) => (bookingId === null ? [] : [bookingId])),
  )
  const parts = sums.flatMap(({ period, bookingId, cents }) =>
    spreadTax(-cents, taxesOf(parties.get(bookingId ?? ""))).map((part) => ({ ...part, period })),
  )
  return {
    ...frame,
    periods: periods.map((period) => ({
      period,
      ...byJurisdiction(parts.filter((part) => part.period === period)),
    })),
    ...byJurisdiction(parts),
  }
}

function taxesOf(party: PartyOfMoney | undefined): TaxPart[] {
  return (party?.lines ?? []).flatMap((line) => {
    const jurisdiction = jurisdictionOf(line)
    return jurisdiction === null ? [] : [{ jurisdiction, cents: line.amount.amount }]
  })
}

function byJurisdiction(parts: readonly TaxPart[]) {
  const groups = [...Map.groupBy(parts, ({ jurisdiction }) => jurisdiction)]
  return {
    jurisdictions: groups
      .map(([jurisdiction, those]) => ({ jurisdiction, amount: usd(totalCents(those)) }))
      .sort((left, right) => left.jurisdiction.localeCompare(right.jurisdiction)),
    total: usd(totalCents(parts)),
  }
}
