"use client"

import { LeadPage, LeadStage, type LeadSummary } from "@myhibachi/contract/leads"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { ChoiceFilter, Filters, SearchFilter } from "@/lists/filters.tsx"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { usePages } from "@/lists/use-pages.ts"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { leadName, sourceTitle, stageTitle } from "./lead-words.ts"
import { LeadsBoard } from "./leads-board.tsx"

/** Who may have a party with us: as a board by stage, or as a list. */
export function LeadsView() {
  const address = useAddress()
  const isList = address.get("as") === "list"
  const filter = { search: address.get("search"), owner: address.get("owner") }
  return (
    <>
      <PageHeader
        title="Leads"
        actions={
          <Button
            variant="secondary"
            size="small"
            onClick={() => address.set({ as: isList ? null : "list" })}
          >
            {isList ? "Show the board" : "Show the list"}
          </Button>
        }
      />
      <Filters>
        <SearchFilter label="Name, contact, wish" />
        <ChoiceFilter label="Whose" name="owner" all="Everybody's" options={owners} />
        {isList ? <ChoiceFilter label="Stage" name="stage" all="Any stage" options={stages} /> : null}
      </Filters>
      {isList ? <LeadsList filter={filter} /> : <LeadsBoard filter={filter} />}
    </>
  )
}

const owners = [
  { value: "me", label: "Mine" },
  { value: "nobody", label: "Nobody's" },
]
const stages = LeadStage.options.map((value) => ({ value, label: stageTitle[value] }))

const columns: [Column<LeadSummary>, ...Column<LeadSummary>[]] = [
  { title: "Who", cell: leadName },
  { title: "Stage", cell: (lead) => <Badge>{stageTitle[lead.stage]}</Badge> },
  { title: "From", cell: (lead) => sourceTitle[lead.source], isExtra: true },
  {
    title: "Contact",
    cell: (lead) => lead.phone ?? lead.email ?? "–",
    className: "[overflow-wrap:anywhere]",
  },
  { title: "Owner", cell: (lead) => lead.owner?.name ?? "–", isExtra: true },
  { title: "Next", cell: (lead) => (lead.nextActionAt ? <WhenText instant={lead.nextActionAt} /> : "–") },
]

function LeadsList({ filter }: { filter: { search: string; owner: string } }) {
  const stage = useAddress().get("stage")
  const pages = usePages(LeadPage, "/v1/leads", { ...filter, stage })
  return (
    <ListTable
      label="Leads"
      pages={pages}
      columns={columns}
      keyOf={(lead) => lead.id}
      hrefOf={(lead) => `/customers/leads/${lead.id}`}
      empty={{
        title: "No lead",
        detail: "Leads come from the site's form, the chat, and prices and holds that ran out.",
      }}
    />
  )
}
