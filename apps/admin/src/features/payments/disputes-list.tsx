"use client"

import { type Dispute, DisputePage, DisputeState } from "@myhibachi/contract/disputes"
import { Badge } from "@myhibachi/ui/badge"
import { MoneyText } from "@myhibachi/ui/money-text"
import { ChoiceFilter, Filters } from "@/lists/filters.tsx"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { usePages } from "@/lists/use-pages.ts"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { disputeState } from "./payment-words.ts"

const columns: [Column<Dispute>, ...Column<Dispute>[]] = [
  { title: "Customer", cell: ({ customerName }) => customerName ?? "Unknown" },
  { title: "Amount", cell: ({ amount }) => <MoneyText money={amount} />, isNumber: true },
  {
    title: "State",
    cell: ({ state }) => <Badge state={disputeState[state].state}>{disputeState[state].title}</Badge>,
  },
  { title: "Answer by", cell: ({ dueBy }) => (dueBy ? <WhenText instant={dueBy} /> : "–") },
  { title: "The bank says", cell: ({ reason }) => reason.replaceAll("_", " "), isExtra: true },
]

/** Payments that customers take back through their banks, what must be answered soonest first. */
export function DisputesList() {
  const address = useAddress()
  const pages = usePages(DisputePage, "/v1/disputes", { state: address.get("state") }, { refetchMs: 60_000 })
  return (
    <>
      <PageHeader title="Disputes" detail="Payments that customers take back through their banks" />
      <Filters>
        <ChoiceFilter label="State" name="state" all="Any state" options={states} />
      </Filters>
      <ListTable
        label="Disputes"
        pages={pages}
        columns={columns}
        keyOf={({ id }) => id}
        hrefOf={({ id }) => `/money/disputes/${id}`}
        empty={{ title: "No dispute", detail: "When a bank takes a payment back, it stands here at once." }}
      />
    </>
  )
}

const states = DisputeState.options.map((value) => ({ value, label: disputeState[value].title }))
