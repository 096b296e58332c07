"use client"

import {
  MoneySummary,
  type Payment,
  PaymentMethod,
  PaymentPage,
  PaymentStatus,
  PaymentsConfig,
} from "@myhibachi/contract/payments"
import { Badge } from "@myhibachi/ui/badge"
import { LinkButton } from "@myhibachi/ui/button"
import { MoneyText } from "@myhibachi/ui/money-text"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import type { ReactNode } from "react"
import { request } from "@/api/request.ts"
import { ChoiceFilter, Filters, SearchFilter } from "@/lists/filters.tsx"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { Loaded } from "@/lists/loaded.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { usePages } from "@/lists/use-pages.ts"
import { PageHeader } from "@/shell/page-header.tsx"
import { zoneName } from "@/time/format-time.ts"
import { WhenText } from "@/time/when-text.tsx"
import { methodTitle, paymentState, purposeTitle } from "./payment-words.ts"

const columns: [Column<Payment>, ...Column<Payment>[]] = [
  {
    title: "Payment",
    cell: (payment) => (
      <>
        <span className="block">{purposeTitle[payment.purpose]}</span>
        <span className="block font-normal text-ink-soft">{payment.customerName}</span>
      </>
    ),
  },
  {
    title: "How",
    cell: (payment) => (
      <>
        {methodTitle[payment.method]} <span className="text-sm text-ink-soft">{payment.description}</span>
      </>
    ),
    isExtra: true,
  },
  {
    title: "When",
    cell: (payment) => <WhenText instant={payment.receivedAt ?? payment.createdAt} />,
    isExtra: true,
  },
  {
    title: "State",
    cell: ({ status }) => <Badge state={paymentState[status].state}>{paymentState[status].title}</Badge>,
  },
  { title: "Amount", cell: (payment) => <MoneyText money={payment.amount} />, isNumber: true },
]

/** What came in, and where it stands. */
export function PaymentsList() {
  const address = useAddress()
  const pages = usePages(PaymentPage, "/v1/payments", {
    search: address.get("search"),
    status: address.get("status"),
    method: address.get("method"),
  })
  return (
    <>
      <PageHeader title="Payments" actions={<ExpectedLink />} />
      <Summary />
      <Filters>
        <SearchFilter label="Name, reference, receipt" />
        <ChoiceFilter label="State" name="status" all="Any state" options={states} />
        <ChoiceFilter label="How" name="method" all="Any way" options={methods} />
      </Filters>
      <ListTable
        label="Payments"
        pages={pages}
        columns={columns}
        keyOf={(payment) => payment.id}
        hrefOf={(payment) => `/money/${payment.id}`}
        empty={{ title: "No payment", detail: "Payments appear here as soon as a customer starts to pay." }}
      />
    </>
  )
}

/** The way to money that is sent by hand, where no card provider takes it. */
function ExpectedLink() {
  const { data: config } = useQuery({
    queryKey: ["/v1/payments/config"],
    queryFn: () => request(PaymentsConfig, "/v1/payments/config"),
  })
  if (!config?.isPageOffered || config.isCardEnabled) return null
  return (
    <LinkButton asChild variant="secondary">
      <Link href="/money/expected">Expected money</Link>
    </LinkButton>
  )
}

const states = PaymentStatus.options.map((value) => ({ value, label: paymentState[value].title }))
const methods = PaymentMethod.options.map((value) => ({ value, label: methodTitle[value] }))

function Summary() {
  const summary = useQuery({
    queryKey: ["money-summary"],
    queryFn: () => request(MoneySummary, "/v1/money/summary"),
    refetchInterval: 30_000,
  })
  return (
    <div className="mb-8 border-y border-line py-4">
      <Loaded query={summary} lines={2}>
        {(money) => (
          <dl className="flex flex-wrap gap-x-12 gap-y-4">
            <Figure name={`Received today (${zoneName(money.timeZone, money.asOf)})`}>
              <MoneyText money={money.receivedToday} />
            </Figure>
            <Figure name="Received this month">
              <MoneyText money={money.receivedThisMonth} />
            </Figure>
            <Figure name="Deposits held">
              <MoneyText money={money.depositsHeld} />
            </Figure>
            <Figure name={`Refunds on their way (${money.refundsPending.count})`}>
              <MoneyText money={money.refundsPending.amount} />
            </Figure>
            <MessagesToSee money={money} />
          </dl>
        )}
      </Loaded>
    </div>
  )
}

/** Messages of the provider that a person should look at; nothing while there are none. */
function MessagesToSee({ money }: { money: MoneySummary }) {
  const kinds = [
    { title: "given up", count: money.webhooksDead, query: "state=dead" },
    { title: "failing", count: money.webhooksFailed, query: "state=failed" },
    { title: "never seen before", count: money.webhooksUnknown, query: "isUnknown=true" },
  ].filter(({ count }) => count > 0)
  if (kinds.length === 0) return null
  return (
    <Figure name="Messages of the provider">
      <span className="flex flex-wrap gap-x-4 text-base font-medium">
        {kinds.map(({ title, count, query }) => (
          <Link
            key={query}
            href={`/money/webhooks?${query}`}
            className="text-ember underline underline-offset-4 hover:no-underline"
          >
            {count.toLocaleString("en-US")} {title}
          </Link>
        ))}
      </span>
    </Figure>
  )
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{name}</dt>
      <dd className="text-xl font-semibold">{children}</dd>
    </div>
  )
}
