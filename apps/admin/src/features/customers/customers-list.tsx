"use client"

import { CustomerPage, type CustomerSummary } from "@myhibachi/contract/customers"
import { Button } from "@myhibachi/ui/button"
import { X } from "lucide-react"
import Link from "next/link"
import { Filters, SearchFilter } from "@/lists/filters.tsx"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { SavedViews } from "@/lists/saved-views.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { usePages } from "@/lists/use-pages.ts"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"

const columns: [Column<CustomerSummary>, ...Column<CustomerSummary>[]] = [
  { title: "Name", cell: (customer) => customer.name },
  { title: "E-mail", cell: (customer) => customer.email ?? "–", className: "[overflow-wrap:anywhere]" },
  { title: "Phone", cell: (customer) => customer.phone ?? "–", isExtra: true },
  { title: "Tags", cell: (customer) => <Tags tags={customer.tags} />, isExtra: true },
  { title: "Last seen", cell: (customer) => <WhenText instant={customer.lastActivityAt} /> },
  { title: "Since", cell: (customer) => <WhenText instant={customer.createdAt} />, isExtra: true },
]

const KEPT = ["search", "tag"]

/** Everybody we know by an e-mail address or a phone number. */
export function CustomersList() {
  const address = useAddress()
  const pages = usePages(CustomerPage, "/v1/customers", {
    search: address.get("search"),
    tag: address.get("tag"),
  })
  return (
    <>
      <PageHeader title="Customers" />
      <Filters>
        <SearchFilter label="Name, e-mail, phone, address, reference" />
        {address.get("tag") ? (
          <Button size="small" variant="secondary" onClick={() => address.set({ tag: null })}>
            Tag: {address.get("tag")} <X aria-hidden className="size-4" />
            <span className="sr-only">Show every tag</span>
          </Button>
        ) : null}
        <SavedViews list="customers" names={KEPT} all="Every customer" />
      </Filters>
      <ListTable
        label="Customers"
        pages={pages}
        columns={columns}
        keyOf={(customer) => customer.id}
        hrefOf={(customer) => `/customers/${customer.id}`}
        empty={{
          title: address.get("search") ? "Nobody fits" : "No customer yet",
          detail: "A person appears here with the first hold or the first contact that we keep.",
        }}
      />
    </>
  )
}

/** Each tag leads to everybody who has it. */
function Tags({ tags }: { tags: string[] }) {
  if (tags.length === 0) return "–"
  return (
    <span className="relative z-10 flex flex-wrap gap-x-2">
      {tags.map((tag) => (
        <Link
          key={tag}
          href={`/customers?tag=${encodeURIComponent(tag)}`}
          className="underline underline-offset-4"
        >
          {tag}
        </Link>
      ))}
    </span>
  )
}
