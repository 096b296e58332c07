"use client"

import {
  type Reconciliation,
  ReconciliationDetail,
  ReconciliationPage,
} from "@myhibachi/contract/reconciliation"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { Input } from "@myhibachi/ui/input"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { Filters } from "@/lists/filters.tsx"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { sentenceOf } from "@/lists/loaded.tsx"
import { usePages } from "@/lists/use-pages.ts"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { reconciliationState } from "./payment-words.ts"

const columns: [Column<Reconciliation>, ...Column<Reconciliation>[]] = [
  { title: "Day", cell: ({ day }) => <span className="font-medium tabular-nums">{day}</span> },
  { title: "Result", cell: ({ state }) => <StateBadge state={state} /> },
  { title: "In words", cell: ({ message }) => message, isExtra: true },
  { title: "Movements", cell: ({ movements }) => movements, isNumber: true, isExtra: true },
  { title: "Open", cell: ({ openBreaks }) => openBreaks, isNumber: true },
  { title: "Run", cell: ({ startedAt }) => <WhenText instant={startedAt} />, isExtra: true },
]

function StateBadge({ state }: Pick<Reconciliation, "state">) {
  return <Badge state={reconciliationState[state].state}>{reconciliationState[state].title}</Badge>
}

/** Days of the provider's account compared with our books. */
export function ReconciliationsList() {
  const pages = usePages(ReconciliationPage, "/v1/reconciliation/runs", {}, { refetchMs: 60_000 })
  const mayWrite = useMay("payments:write")
  return (
    <>
      <PageHeader
        title="Reconciliation"
        detail="Every night the day before is compared with the card provider's account, to the cent"
      />
      {mayWrite ? <RunDay /> : null}
      <ListTable
        label="Comparisons"
        pages={pages}
        columns={columns}
        keyOf={({ id }) => id}
        hrefOf={({ id }) => `/money/reconciliation/${id}`}
        empty={{ title: "No day compared yet", detail: "The first comparison runs tonight." }}
      />
    </>
  )
}

function RunDay() {
  const [day, setDay] = useState("")
  const tell = useToast()
  const client = useQueryClient()
  const router = useRouter()
  const run = useMutation({
    mutationFn: () =>
      request(ReconciliationDetail, "/v1/reconciliation/runs", {
        method: "POST",
        body: day ? { day } : {},
        headers: { "idempotency-key": crypto.randomUUID() },
      }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries()
      router.push(`/money/reconciliation/${id}`)
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  return (
    <Filters>
      <Input
        type="date"
        aria-label="Day of UTC; yesterday when empty"
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
        className="w-auto"
      />
      <Button variant="secondary" isBusy={run.isPending} onClick={() => run.mutate()}>
        {day ? "Compare this day" : "Compare yesterday"}
      </Button>
    </Filters>
  )
}
