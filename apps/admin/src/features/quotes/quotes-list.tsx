"use client"

import { Quote } from "@myhibachi/contract/quote"
import { QuoteChannel, QuotePage, type QuoteSummary } from "@myhibachi/contract/quote-list"
import { Badge } from "@myhibachi/ui/badge"
import { LinkButton } from "@myhibachi/ui/button"
import { MoneyText } from "@myhibachi/ui/money-text"
import { TimeText } from "@myhibachi/ui/time-text"
import Link from "next/link"
import { ChoiceFilter, Filters, SearchFilter } from "@/lists/filters.tsx"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { usePages } from "@/lists/use-pages.ts"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { channelTitle, quoteState } from "./quote-words.ts"

const columns: [Column<QuoteSummary>, ...Column<QuoteSummary>[]] = [
  {
    title: "For",
    cell: (quote) => (
      <>
        <span className="block">{quote.customerName ?? "Nobody named yet"}</span>
        <span className="block font-normal text-ink-soft">
          {quote.city ?? "no address"}
          {quote.revision > 1 ? ` · revision ${quote.revision}` : ""}
        </span>
      </>
    ),
  },
  {
    title: "Party",
    cell: (quote) =>
      quote.startsAt && quote.timeZone ? (
        <TimeText instant={quote.startsAt} timeZone={quote.timeZone} shape="short" />
      ) : (
        <span className="text-ink-soft">no start yet</span>
      ),
  },
  { title: "Guests", cell: (quote) => quote.guestTotal, isNumber: true, isExtra: true },
  {
    title: "State",
    cell: ({ status }) => <Badge state={quoteState[status].state}>{quoteState[status].title}</Badge>,
  },
  { title: "By", cell: (quote) => channelTitle[quote.channel], isExtra: true },
  {
    title: "Sent",
    cell: (quote) =>
      quote.sentAt ? <WhenText instant={quote.sentAt} /> : <span className="text-ink-soft">–</span>,
    isExtra: true,
  },
  { title: "Made", cell: (quote) => <WhenText instant={quote.createdAt} />, isExtra: true },
  { title: "Total", cell: (quote) => <MoneyText money={quote.total} />, isNumber: true },
]

const states = Quote.shape.status.options.map((value) => ({ value, label: quoteState[value].title }))
const channels = QuoteChannel.options.map((value) => ({ value, label: channelTitle[value] }))

/** Every price that was asked for, the newest first. */
export function QuotesList() {
  const address = useAddress()
  const mayWrite = useMay("quotes:write")
  const filters = {
    search: address.get("search"),
    status: address.get("status"),
    channel: address.get("channel"),
  }
  const pages = usePages(QuotePage, "/v1/quotes", filters)
  return (
    <>
      <PageHeader
        title="Quotes"
        actions={
          mayWrite ? (
            <LinkButton asChild>
              <Link href="/quotes/new">New quote</Link>
            </LinkButton>
          ) : null
        }
      />
      <Filters>
        <SearchFilter label="Name, city, quote" />
        <ChoiceFilter label="State" name="status" all="Any state" options={states} />
        <ChoiceFilter label="Asked for by" name="channel" all="Any channel" options={channels} />
      </Filters>
      <ListTable
        label="Quotes"
        pages={pages}
        columns={columns}
        keyOf={(quote) => quote.id}
        hrefOf={(quote) => `/quotes/${quote.id}`}
        empty={{
          title: Object.values(filters).some(Boolean) ? "No quote fits" : "No quote yet",
          detail: "A quote appears here when a customer asks for a price, or when staff make one.",
        }}
      />
    </>
  )
}
