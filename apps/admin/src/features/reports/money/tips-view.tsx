"use client"

import { formatMoney } from "@myhibachi/contract/money"
import { TipsReport } from "@myhibachi/contract/money-reports"
import { EmptyState } from "@myhibachi/ui/empty-state"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { MoneyFilterRow, useMoneyFilters } from "./money-filters.tsx"
import { StackedReport } from "./stacked-report.tsx"

const path = "/v1/tips"

/** Tips by chef and period. */
export function TipsView() {
  const filters = useMoneyFilters()
  const report = useQuery({
    queryKey: [path, filters],
    queryFn: () => request(TipsReport, path, { query: { ...filters } }),
    placeholderData: (previous) => previous,
  })
  return (
    <>
      <MoneyFilterRow filters={filters} file={`${path}/csv`} />
      <Loaded query={report} lines={6}>
        {(data) =>
          data.chefs.length === 0 ? (
            <EmptyState title="No tip was shared in this time">
              {formatMoney(data.unshared)} of tips wait for their party to take place.
            </EmptyState>
          ) : (
            <StackedReport
              title="Tips by chef"
              detail={`${formatMoney(data.unshared)} more wait for their party to take place`}
              unit={data.unit}
              series={data.chefs.map(({ chefId, name }) => ({ key: chefId, name }))}
              periods={data.periods.map(({ period, chefs, total }) => ({
                period,
                amounts: new Map(chefs.map(({ chefId, amount }) => [chefId, amount])),
                total,
              }))}
              total={data.total}
            />
          )
        }
      </Loaded>
    </>
  )
}
