"use client"

import { DisputeDetail } from "@myhibachi/contract/disputes"
import { Badge } from "@myhibachi/ui/badge"
import { LinkButton } from "@myhibachi/ui/button"
import { MoneyText } from "@myhibachi/ui/money-text"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { AcceptDialog } from "./accept-dialog.tsx"
import { DisputeAnswer } from "./dispute-answer.tsx"
import { DisputeEvidence } from "./dispute-evidence.tsx"
import { disputeState } from "./payment-words.ts"

/** One dispute: what our records say for us, and the answer to the bank. */
export function DisputeView({ id }: { id: string }) {
  const dispute = useQuery({
    queryKey: ["dispute", id],
    queryFn: () => request(DisputeDetail, `/v1/disputes/${id}`),
  })
  return <Loaded query={dispute}>{(data) => <DisputePaper dispute={data} />}</Loaded>
}

function DisputePaper({ dispute }: { dispute: DisputeDetail }) {
  const { title, state } = disputeState[dispute.state]
  const mayRefund = useMay("payments:refund")
  const isWaiting = dispute.state === "needs_response" || dispute.state === "warning"
  return (
    <>
      <PageHeader
        back={{ href: "/money/disputes", title: "Disputes" }}
        title={
          <span className="flex flex-wrap items-center gap-3">
            <MoneyText money={dispute.amount} /> disputed <Badge state={state}>{title}</Badge>
          </span>
        }
        detail={<Facts dispute={dispute} />}
        actions={
          <>
            <LinkButton variant="secondary" href={`/api/v1/disputes/${dispute.id}/evidence/pdf`}>
              Evidence (PDF)
            </LinkButton>
            {isWaiting && mayRefund ? <AcceptDialog dispute={dispute} /> : null}
          </>
        }
      />
      <div className="grid max-w-5xl grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <DisputeEvidence pack={dispute.pack} />
        <DisputeAnswer dispute={dispute} isWaiting={isWaiting} />
      </div>
    </>
  )
}

function Facts({ dispute }: { dispute: DisputeDetail }) {
  return (
    <>
      {dispute.customerName ?? "Unknown"} · the bank says: {dispute.reason.replaceAll("_", " ")}
      {dispute.dueBy && !dispute.closedAt ? (
        <>
          {" "}
          · answer by <WhenText instant={dispute.dueBy} />
        </>
      ) : null}{" "}
      ·{" "}
      <Link href={`/money/${dispute.paymentId}`} className="underline underline-offset-4">
        payment
      </Link>
      {dispute.bookingId ? (
        <>
          {" "}
          ·{" "}
          <Link href={`/bookings/${dispute.bookingId}`} className="underline underline-offset-4">
            booking
          </Link>
        </>
      ) : null}
    </>
  )
}
