"use client"
import { BookingPaymentState } from "@myhibachi/contract/payments"
import { Button, LinkButton } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { Spinner } from "@myhibachi/ui/spinner"
import { useQuery } from "@tanstack/react-query"
import { CircleCheck, CircleX } from "lucide-react"
import Link from "next/link"
import { sentenceOf } from "@/api/problem.ts"
import { request } from "@/api/request.ts"
import { Outcome } from "./outcome.tsx"

const POLL_MS = 2000
const SETTLED: BookingPaymentState["state"][] = ["received", "failed", "none"]

/** What became of a payment for a booked party; asks again until it is settled. */
export function PayWatch({ path, back }: { path: string; back: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ["booking-payment", path],
    queryFn: () => request(BookingPaymentState, path, { query: { returned: "true" } }),
    staleTime: 0,
    refetchInterval: (query) =>
      query.state.data && SETTLED.includes(query.state.data.state) ? false : POLL_MS,
  })
  return (
    <div aria-live="polite">
      {data ? <State payment={data} back={back} /> : <Asking />}
      {error ? (
        <ErrorState
          title="We could not ask for the newest state."
          action={<Button onClick={() => refetch()}>Ask again</Button>}
        >
          {sentenceOf(error)}
        </ErrorState>
      ) : null}
    </div>
  )
}

function State({ payment, back }: { payment: BookingPaymentState; back: string }) {
  const isTip = payment.purpose === "tip"
  const toParty = (
    <LinkButton asChild size="large">
      <Link href={back}>Back to my party</Link>
    </LinkButton>
  )
  switch (payment.state) {
    case "received":
      return (
        <Outcome
          icon={<CircleCheck className="size-12 text-good" />}
          title={isTip ? "Thank you for the tip" : "Paid, thank you"}
          message={isTip ? "All of it goes to the chefs of your party." : payment.message}
        >
          {toParty}
        </Outcome>
      )
    case "failed":
    case "none":
      return (
        <Outcome
          icon={<CircleX className="size-12 text-bad" />}
          title={payment.state === "none" ? "Nothing is being paid" : "The payment did not go through"}
          message={payment.message}
        >
          {toParty}
        </Outcome>
      )
    case "open":
    case "processing":
      return <Asking />
    default:
      return payment.state satisfies never
  }
}

function Asking() {
  return (
    <Outcome
      icon={<Spinner className="text-4xl text-ember" />}
      title="We are looking up your payment"
      message="This takes a moment. Nothing is lost when you close the page: the receipt also comes by e-mail."
    />
  )
}
