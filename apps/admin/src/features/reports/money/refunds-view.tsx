"use client"

import { type RefundReason, RefundsReport } from "@myhibachi/contract/money-reports"
import { EmptyState } from "@myhibachi/ui/empty-state"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { MoneyFilterRow, useMoneyFilters } from "./money-filters.tsx"
import { StackedReport } from "./stacked-report.tsx"

const path = "/v1/reports/refunds"

const reasonTitle: Record<RefundReason, string> = {
  cancelled: "Party cancelled",
  not_owed: "More than was owed",
  too_late: "Came too late",
  tip_returned: "Tip returned",
  by_staff: "By staff",
  at_provider: "At the provider",
  other: "Other",
}

/** What went back, why and when. */
export function RefundsView() {
  const filters = useMoneyFilters()
  const report = useQuery({
    queryKey: [path, filters],
    queryFn: () => request(RefundsReport, path, { query: { ...filters } }),
    placeholderData: (previous) => previous,
  })
  return (
    <>
      <MoneyFilterRow filters={filters} file={`${path}/csv`} />
      <Loaded query={report} lines={6}>
        {(data) => {
          const series = data.reasons.filter(({ count, amount }) => count !== 0 || amount.amount !== 0)
          if (series.length === 0)
            return <EmptyState title="Nothing went back">No refund left in this time.</EmptyState>
          return (
            <StackedReport
              title="Refunds by reason"
              detail={series.map(({ reason, count }) => `${reasonTitle[reason]}: ${count}`).join(" · ")}
              unit={data.unit}
              series={series.map(({ reason }) => ({ key: reason, name: reasonTitle[reason] }))}
              periods={data.periods.map(({ period, reasons, total }) => ({
                period,
                amounts: new Map(reasons.map(({ reason, amount }) => [reason, amount])),
                total,
              }))}
              total={data.total}
            />
          )
        }}
      </Loaded>
    </>
  )
}
