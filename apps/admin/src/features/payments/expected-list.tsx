"use client"

import { type ExpectedPayment, ExpectedPaymentPage } from "@myhibachi/contract/by-hand"
import { Badge } from "@myhibachi/ui/badge"
import { MoneyText } from "@myhibachi/ui/money-text"
import Link from "next/link"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { usePages } from "@/lists/use-pages.ts"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { purposeTitle } from "./payment-words.ts"
import { ReceivedDialog } from "./received-dialog.tsx"

const columns: [Column<ExpectedPayment>, ...Column<ExpectedPayment>[]] = [
  {
    title: "Who",
    cell: (expected) => (
      <>
        <span className="block">{expected.customerName}</span>
        <span className="block font-normal text-ink-soft">
          {expected.bookingId ? (
            <Link href={`/bookings/${expected.bookingId}`} className="underline-offset-4 hover:underline">
              {purposeTitle[expected.purpose]}
            </Link>
          ) : (
            purposeTitle[expected.purpose]
          )}
        </span>
      </>
    ),
  },
  {
    title: "Reference",
    cell: ({ checkoutId }) => <span className="[overflow-wrap:anywhere]">{checkoutId}</span>,
    isExtra: true,
  },
  { title: "Here by", cell: ({ payBy }) => <WhenText instant={payBy} />, isExtra: true },
  { title: "State", cell: (expected) => <State expected={expected} /> },
  { title: "Amount", cell: ({ amount }) => <MoneyText money={amount} />, isNumber: true },
  { title: "Came", cell: (expected) => <Mark expected={expected} /> },
]

/** Money that is sent by hand and that our people look for. */
export function ExpectedList() {
  const pages = usePages(ExpectedPaymentPage, "/v1/expected-payments", {}, { refetchMs: 15_000 })
  return (
    <>
      <PageHeader
        back={{ href: "/money", title: "Payments" }}
        title="Expected money"
        detail="Customers were told how to send it; once you mark it, everything goes on by itself"
      />
      <ListTable
        label="Expected money"
        pages={pages}
        columns={columns}
        keyOf={({ checkoutId }) => checkoutId}
        empty={{
          title: "No money is expected",
          detail: "It appears here when a customer opens the page that says how to send it.",
        }}
      />
    </>
  )
}

function State({ expected }: { expected: ExpectedPayment }) {
  if (!expected.isOpen) return <Badge state="neutral">Time is over</Badge>
  return expected.announcedAt ? <Badge state="caution">Sent, they say</Badge> : <Badge>Waits</Badge>
}

function Mark({ expected }: { expected: ExpectedPayment }) {
  const mayWrite = useMay("payments:write")
  return mayWrite ? <ReceivedDialog expected={expected} /> : <span className="text-ink-soft">–</span>
}
