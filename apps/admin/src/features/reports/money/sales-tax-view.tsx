"use client"

import { SalesTaxReport } from "@myhibachi/contract/money-reports"
import { EmptyState } from "@myhibachi/ui/empty-state"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { MoneyFilterRow, useMoneyFilters } from "./money-filters.tsx"
import { StackedReport } from "./stacked-report.tsx"

const path = "/v1/reports/sales-tax"

/** The sales tax that became owed, by who levies it. */
export function SalesTaxView() {
  const filters = useMoneyFilters()
  const report = useQuery({
    queryKey: [path, filters],
    queryFn: () => request(SalesTaxReport, path, { query: { ...filters } }),
    placeholderData: (previous) => previous,
  })
  return (
    <>
      <MoneyFilterRow filters={filters} file={`${path}/csv`} />
      <Loaded query={report} lines={6}>
        {(data) =>
          data.jurisdictions.length === 0 ? (
            <EmptyState title="No sales tax in this time">
              Tax is owed on the day on which a party takes place.
            </EmptyState>
          ) : (
            <StackedReport
              title="Sales tax by jurisdiction"
              detail="Owed on the day on which the party took place"
              unit={data.unit}
              series={data.jurisdictions.map(({ jurisdiction }) => ({
                key: jurisdiction,
                name: jurisdiction,
              }))}
              periods={data.periods.map(({ period, jurisdictions, total }) => ({
                period,
                amounts: new Map(jurisdictions.map(({ jurisdiction, amount }) => [jurisdiction, amount])),
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
