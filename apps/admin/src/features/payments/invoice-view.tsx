"use client"

import { InvoiceDetail } from "@myhibachi/contract/invoices"
import { Badge } from "@myhibachi/ui/badge"
import { Breakdown } from "@myhibachi/ui/breakdown"
import { Button, LinkButton } from "@myhibachi/ui/button"
import { MoneyText } from "@myhibachi/ui/money-text"
import { TimeText } from "@myhibachi/ui/time-text"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQuery } from "@tanstack/react-query"
import { FileText } from "lucide-react"
import Link from "next/link"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { Loaded, sentenceOf } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { CreditDialog } from "./credit-dialog.tsx"
import { invoiceKindTitle, invoiceState } from "./payment-words.ts"

/** One invoice or credit note: what it says, and what was paid of it. */
export function InvoiceView({ id }: { id: string }) {
  const invoice = useQuery({
    queryKey: ["invoice", id],
    queryFn: () => request(InvoiceDetail, `/v1/invoices/${id}`),
  })
  return <Loaded query={invoice}>{(data) => <InvoicePaper invoice={data} />}</Loaded>
}

function InvoicePaper({ invoice }: { invoice: InvoiceDetail }) {
  const { document } = invoice
  const { title, state } = invoiceState[invoice.state]
  return (
    <>
      <PageHeader
        back={{ href: "/money/invoices", title: "Invoices" }}
        title={
          <span className="flex flex-wrap items-center gap-3">
            {invoiceKindTitle[invoice.kind]} {invoice.number} <Badge state={state}>{title}</Badge>
          </span>
        }
        detail={
          <>
            {invoice.addressee.name} ·{" "}
            <Link href={`/bookings/${invoice.bookingId}`} className="underline underline-offset-4">
              {document.party.reference}
            </Link>
            , <TimeText instant={document.party.startsAt} timeZone={document.party.timeZone} />
          </>
        }
        actions={<Actions invoice={invoice} />}
      />
      {invoice.counterpart ? (
        <p className="mb-6">
          {invoice.kind === "invoice" ? "Taken back by " : "Takes back "}
          <Link href={`/money/invoices/${invoice.counterpart.id}`} className="underline underline-offset-4">
            {invoice.counterpart.number}
          </Link>
          {invoice.reason ? `: ${invoice.reason}` : null}
        </p>
      ) : null}
      <div className="max-w-3xl">
        <Breakdown
          lines={document.lines
            .filter((line) => line.kind !== "tax")
            .map((line) => ({
              key: `${line.kind} ${line.sku ?? line.title}`,
              label: line.title,
              explanation: line.explanation,
              amount: line.amount,
            }))}
          totals={[
            { key: "before", label: "Before tax", amount: document.beforeTax },
            { key: "tax", label: "Tax", amount: document.tax },
            { key: "total", label: "Total", amount: document.total },
          ]}
        />
        {invoice.kind === "invoice" ? <Payments invoice={invoice} /> : null}
      </div>
    </>
  )
}

function Payments({ invoice }: { invoice: InvoiceDetail }) {
  const { timeZone } = invoice.document.party
  return (
    <section className="mt-10">
      <h2 className="mb-2 text-xl font-semibold">What was paid</h2>
      {invoice.payments.length === 0 ? <p className="text-ink-soft">Nothing yet.</p> : null}
      <ul className="divide-y divide-line">
        {invoice.payments.map((payment) => (
          <li key={`${payment.at} ${payment.title}`} className="flex justify-between gap-6 py-3">
            <span>
              {payment.title}{" "}
              <span className="text-sm text-ink-soft">
                <TimeText instant={payment.at} timeZone={timeZone} shape="short" />
              </span>
            </span>
            <MoneyText money={payment.amount} />
          </li>
        ))}
      </ul>
      <p className="flex justify-between border-t-2 border-ink py-3 text-lg font-semibold">
        <span>Open</span>
        <MoneyText money={invoice.due} />
      </p>
      {invoice.tips.amount > 0 ? (
        <p className="text-sm text-ink-soft">
          Tips of <MoneyText money={invoice.tips} /> are the chefs' and no part of this invoice.
        </p>
      ) : null}
    </section>
  )
}

function Actions({ invoice }: { invoice: InvoiceDetail }) {
  const mayWrite = useMay("payments:write")
  const mayRefund = useMay("payments:refund")
  return (
    <>
      <LinkButton variant="secondary" href={`/api/v1/invoices/${invoice.id}/pdf`} target="_blank">
        <FileText aria-hidden className="size-5" />
        PDF
      </LinkButton>
      {mayWrite && invoice.addressee.email ? <SendButton invoice={invoice} /> : null}
      {mayRefund && invoice.kind === "invoice" && invoice.state !== "voided" ? (
        <CreditDialog invoice={invoice} />
      ) : null}
    </>
  )
}

function SendButton({ invoice }: { invoice: InvoiceDetail }) {
  const [key, setKey] = useState(() => crypto.randomUUID())
  const tell = useToast()
  const send = useMutation({
    mutationFn: () =>
      request(InvoiceDetail, `/v1/invoices/${invoice.id}/send`, {
        method: "POST",
        headers: { "idempotency-key": key },
      }),
    onSuccess: () => {
      setKey(crypto.randomUUID())
      tell({ title: `On its way to ${invoice.addressee.email}`, state: "good" })
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  return (
    <Button variant="secondary" isBusy={send.isPending} onClick={() => send.mutate()}>
      Mail it
    </Button>
  )
}
