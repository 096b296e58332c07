"use client"

import { type Invoice, InvoiceKind, InvoicePage } from "@myhibachi/contract/invoices"
import { Badge } from "@myhibachi/ui/badge"
import { MoneyText } from "@myhibachi/ui/money-text"
import { ChoiceFilter, Filters, SearchFilter } from "@/lists/filters.tsx"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { usePages } from "@/lists/use-pages.ts"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { invoiceKindTitle, invoiceState } from "./payment-words.ts"

const columns: [Column<Invoice>, ...Column<Invoice>[]] = [
  {
    title: "Number",
    cell: (invoice) => (
      <>
        <span className="block tabular-nums">{invoice.number}</span>
        <span className="block font-normal text-ink-soft">{invoice.customerName}</span>
      </>
    ),
  },
  { title: "Party", cell: (invoice) => invoice.bookingReference, isExtra: true },
  { title: "Issued", cell: (invoice) => <WhenText instant={invoice.issuedAt} />, isExtra: true },
  {
    title: "State",
    cell: (invoice) => (
      <Badge state={invoiceState[invoice.state].state}>
        {invoice.kind === "credit_note" ? invoiceKindTitle.credit_note : invoiceState[invoice.state].title}
      </Badge>
    ),
  },
  { title: "Total", cell: (invoice) => <MoneyText money={invoice.total} />, isNumber: true },
]

const kinds = InvoiceKind.options.map((value) => ({ value, label: invoiceKindTitle[value] }))

/** What was invoiced, and what was taken back. */
export function InvoicesList() {
  const address = useAddress()
  const pages = usePages(InvoicePage, "/v1/invoices", {
    search: address.get("search"),
    kind: address.get("kind"),
  })
  return (
    <>
      <PageHeader title="Invoices" />
      <Filters>
        <SearchFilter label="Number or name" />
        <ChoiceFilter label="Kind" name="kind" all="Invoices and credit notes" options={kinds} />
      </Filters>
      <ListTable
        label="Invoices"
        pages={pages}
        columns={columns}
        keyOf={(invoice) => invoice.id}
        hrefOf={(invoice) => `/money/invoices/${invoice.id}`}
        empty={{
          title: "No invoice",
          detail:
            "A party is invoiced when it is over, or from its booking when the customer wants one before.",
        }}
      />
    </>
  )
}
