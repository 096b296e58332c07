"use client"

import { InvoiceDetail, InvoicePage } from "@myhibachi/contract/invoices"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { MoneyText } from "@myhibachi/ui/money-text"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import Link from "next/link"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { Loaded, sentenceOf } from "@/lists/loaded.tsx"
import { invoiceKindTitle, invoiceState } from "./payment-words.ts"

/** The invoices of one booking, and the button for the first. */
export function BookingInvoices({ bookingId, mayIssue }: { bookingId: string; mayIssue: boolean }) {
  const path = "/v1/invoices"
  const invoices = useQuery({
    queryKey: [path, "booking", bookingId],
    queryFn: () => request(InvoicePage, path, { query: { bookingId, limit: 50 } }),
  })
  return (
    <Loaded query={invoices} lines={1}>
      {({ items }) => (
        <>
          <ul aria-label="Invoices" className="divide-y divide-line">
            {items.map((invoice) => (
              <li key={invoice.id} className="flex items-baseline justify-between gap-4 py-2">
                <span>
                  <Link
                    href={`/money/invoices/${invoice.id}`}
                    className="font-medium underline-offset-4 hover:underline"
                  >
                    {invoiceKindTitle[invoice.kind]} {invoice.number}
                  </Link>{" "}
                  <Badge state={invoiceState[invoice.state].state}>{invoiceState[invoice.state].title}</Badge>
                </span>
                <MoneyText money={invoice.total} />
              </li>
            ))}
          </ul>
          {mayIssue && !items.some(({ kind, state }) => kind === "invoice" && state !== "voided") ? (
            <IssueButton bookingId={bookingId} />
          ) : null}
        </>
      )}
    </Loaded>
  )
}

function IssueButton({ bookingId }: { bookingId: string }) {
  const [key] = useState(() => crypto.randomUUID())
  const tell = useToast()
  const client = useQueryClient()
  const issue = useMutation({
    mutationFn: () =>
      request(InvoiceDetail, `/v1/bookings/${bookingId}/invoices`, {
        method: "POST",
        headers: { "idempotency-key": key },
      }),
    onSuccess: (invoice) => {
      tell({ title: `Invoice ${invoice.number} issued`, state: "good" })
      return client.invalidateQueries()
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  return (
    <Button size="small" variant="secondary" isBusy={issue.isPending} onClick={() => issue.mutate()}>
      Issue the invoice now
    </Button>
  )
}
