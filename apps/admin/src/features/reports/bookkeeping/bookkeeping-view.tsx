"use client"

import { Card, CardHeader } from "@myhibachi/ui/card"
import { useState } from "react"
import { useAddress } from "@/lists/use-address.ts"
import { PageHeader } from "@/shell/page-header.tsx"
import { addDays } from "@/time/format-time.ts"
import { PeriodFields } from "../period-fields.tsx"
import { todayAt, useStations } from "../report-frame.tsx"
import { AccountNames } from "./account-names.tsx"
import { ExportFiles } from "./export-files.tsx"

/** The books of a period as files for the accountant's program, and what that program calls our accounts. */
export function BookkeepingView() {
  const address = useAddress()
  const [openedAt] = useState(() => Date.now())
  const { items: stations } = useStations()
  const last = lastMonth(todayAt(stations, openedAt))
  const period = { from: address.get("from") || last.from, to: address.get("to") || last.to }
  return (
    <>
      <PageHeader
        title="Bookkeeping"
        detail="Every ledger entry of a period as one journal; debits and credits are equal in each"
      />
      <div className="mb-6 flex flex-wrap items-end gap-3">
        <PeriodFields filters={{ ...period, unit: "month" }} hasUnit={false} />
      </div>
      <ExportFiles period={period} />
      <Card aria-label="Account names" className="mt-8">
        <CardHeader
          title="What your accountant's program calls our accounts"
          detail="QuickBooks goes by the name with its parents, as in Revenue:Food; Xero by the code. Neither takes journals on customers' open invoices, and Xero none on bank accounts: use a clearing account there."
        />
        <AccountNames />
      </Card>
    </>
  )
}

/** @returns the first and the last day of the month before the date. */
function lastMonth(date: string): { from: string; to: string } {
  const to = addDays(`${date.slice(0, 7)}-01`, -1)
  return { from: `${to.slice(0, 7)}-01`, to }
}
