"use client"

import { type TextMessage, TextPage, TextState } from "@myhibachi/contract/texts"
import { Badge } from "@myhibachi/ui/badge"
import Link from "next/link"
import { ChoiceFilter, Filters } from "@/lists/filters.tsx"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { usePages } from "@/lists/use-pages.ts"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { RetryText } from "./retry-text.tsx"
import { textState } from "./text-words.ts"

const link = "underline underline-offset-4 hover:no-underline"

const columns: [Column<TextMessage>, ...Column<TextMessage>[]] = [
  {
    title: "To",
    cell: ({ customerId, customerName, phoneEnding }) => (
      <>
        {customerId && phoneEnding ? (
          <Link href={`/customers/${customerId}`} className={`font-medium ${link}`}>
            {customerName ?? "No name yet"}
          </Link>
        ) : (
          <span className="font-medium">{phoneEnding ? "Unknown phone" : "Erased person"}</span>
        )}
        <span className="block font-normal text-ink-soft tabular-nums">
          {phoneEnding ? (
            <>
              <span aria-hidden>••• ••• </span>
              <span className="sr-only">Phone ending in </span>
              {phoneEnding}
            </>
          ) : (
            "Number erased"
          )}
        </span>
      </>
    ),
  },
  {
    title: "For",
    cell: ({ title, bookingId }) =>
      bookingId ? (
        <Link href={`/bookings/${bookingId}`} className={link}>
          {title}
        </Link>
      ) : (
        title
      ),
  },
  {
    title: "State",
    cell: ({ state }) => <Badge state={textState[state].state}>{textState[state].title}</Badge>,
  },
  { title: "What came of it", cell: (text) => <Outcome text={text} />, className: "max-w-md text-sm" },
  { title: "Again", cell: (text) => <Again text={text} /> },
]

/** The text messages to customers: what went out, what did not arrive and why. */
export function TextsList() {
  const address = useAddress()
  const state = TextState.safeParse(address.get("state")).data
  const pages = usePages(TextPage, "/v1/texts", { state }, { refetchMs: 15_000 })
  return (
    <>
      <PageHeader
        title="Text messages"
        detail="What goes to customers' phones; for each one that failed there is a task to call, too"
      />
      <Filters>
        <ChoiceFilter label="State" name="state" all="Any state" options={states} />
      </Filters>
      <ListTable
        label="Text messages"
        pages={pages}
        columns={columns}
        keyOf={({ id }) => id}
        empty={
          state
            ? { title: "No such text", detail: "Choose another state." }
            : { title: "No text yet", detail: "Texts go to customers who have agreed to them." }
        }
      />
    </>
  )
}

const states = TextState.options.map((value) => ({ value, label: textState[value].title }))

/** Why it did not go out or arrive, and when something happened or will happen. */
function Outcome({ text }: { text: TextMessage }) {
  const { reason, attempts } = text
  return (
    <>
      {reason ? <span className="block">{reason}</span> : null}
      <span className="block text-ink-soft">
        <When text={text} />
        {attempts > 1 ? `, ${attempts} tries` : ""}
      </span>
    </>
  )
}

function When({ text: { state, createdAt, nextAt, sentAt, settledAt } }: { text: TextMessage }) {
  if (state === "waiting" && nextAt)
    return (
      <>
        Goes out <WhenText instant={nextAt} />
      </>
    )
  return <WhenText instant={settledAt ?? sentAt ?? createdAt} />
}

function Again({ text }: { text: TextMessage }) {
  const mayWrite = useMay("customers:write")
  if (!mayWrite || text.state !== "failed") return <span className="text-ink-soft">–</span>
  return <RetryText text={text} />
}
