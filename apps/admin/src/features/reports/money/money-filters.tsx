"use client"

import { ReportUnit } from "@myhibachi/contract/reports"
import { LinkButton } from "@myhibachi/ui/button"
import { useState } from "react"
import { queryText } from "@/api/request.ts"
import { useAddress } from "@/lists/use-address.ts"
import { PeriodFields } from "../period-fields.tsx"
import { todayAt, useStations } from "../report-frame.tsx"

export interface MoneyFilters {
  from: string
  to: string
  unit: ReportUnit
}

/** @returns the days and the unit of the address; this year by month when it names none. */
export function useMoneyFilters(): MoneyFilters {
  const address = useAddress()
  const [openedAt] = useState(() => Date.now())
  const { items: stations } = useStations()
  const today = todayAt(stations, openedAt)
  const unit = ReportUnit.safeParse(address.get("unit"))
  return {
    from: address.get("from") || `${today.slice(0, 4)}-01-01`,
    to: address.get("to") || today,
    unit: unit.success ? unit.data : "month",
  }
}

interface FilterRowProps {
  filters: MoneyFilters
  /** Where the same figures are as a file. */
  file: string
  hasUnit?: boolean
}

/** Days and unit in the address, and the same table as a file. */
export function MoneyFilterRow({ filters, file, hasUnit = true }: FilterRowProps) {
  const query = hasUnit ? { ...filters } : { from: filters.from, to: filters.to }
  return (
    <div className="mb-6 flex flex-wrap items-end gap-3">
      <PeriodFields filters={filters} hasUnit={hasUnit} />
      <FileButton href={`${file}${queryText(query)}`} />
    </div>
  )
}

/** The same table as a file. */
export function FileButton({ href }: { href: string }) {
  return (
    <LinkButton variant="secondary" href={`/api${href}`}>
      CSV
    </LinkButton>
  )
}
