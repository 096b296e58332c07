"use client"

import { EmptyState } from "@myhibachi/ui/empty-state"
import { type Tab, Tabs } from "@myhibachi/ui/tabs"
import { useState } from "react"
import { useAddress } from "@/lists/use-address.ts"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { ConversionView } from "./conversion-view.tsx"
import { todayAt, useReportFilters, useStations } from "./report-frame.tsx"
import { RevenueView } from "./revenue-view.tsx"
import { UtilisationView } from "./utilisation-view.tsx"

/** What the business did, as pictures with their figures. */
export function ReportsView() {
  const address = useAddress()
  const [openedAt] = useState(() => Date.now())
  const { items: stations } = useStations()
  const filters = useReportFilters(todayAt(stations, openedAt))
  const props = { filters, stations }
  const may = {
    revenue: useMay("payments:read"),
    utilisation: useMay("crew:read"),
    conversion: useMay("quotes:read"),
  }
  const all: Tab[] = [
    { value: "revenue", label: "Revenue", content: <RevenueView {...props} /> },
    { value: "utilisation", label: "Utilisation", content: <UtilisationView {...props} /> },
    { value: "conversion", label: "Conversion", content: <ConversionView {...props} /> },
  ]
  const [first, ...rest] = all.filter(({ value }) => may[value as keyof typeof may]) // safe: the three above
  return (
    <>
      <PageHeader title="Reports" />
      {first ? (
        <Tabs
          label="Reports"
          tabs={[first, ...rest]}
          value={address.get("report") || first.value}
          onChange={(report) => address.set({ report })}
        />
      ) : (
        <EmptyState title="No report for your role">Reports follow what you may read.</EmptyState>
      )}
    </>
  )
}
