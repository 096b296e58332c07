"use client"
import { HoldPayment } from "@myhibachi/contract/payments"
import { Button, LinkButton } from "@myhibachi/ui/button"
import { ErrorState } from "@myhibachi/ui/error-state"
import { MoneyText } from "@myhibachi/ui/money-text"
import { Spinner } from "@myhibachi/ui/spinner"
import { useQuery } from "@tanstack/react-query"
import { CalendarPlus, CircleCheck, CircleX, Undo2 } from "lucide-react"
import Link from "next/link"
import { sentenceOf } from "@/api/problem.ts"
import { request } from "@/api/request.ts"
import { Outcome } from "@/pay/outcome.tsx"

const POLL_MS = 2000
const UNSETTLED: HoldPayment["state"][] = ["processing", "open", "unpaid"]

/** What became of the payment; asks again until it is settled. */
export function PaymentWatch({ token, initial }: { token: string; initial: HoldPayment | null }) {
  const {
    data: payment,
    error,
    refetch,
  } = useQuery({
    queryKey: ["payment", token],
    queryFn: () => request(HoldPayment, `/v1/public/holds/${token}/payment`),
    ...(initial ? { initialData: initial } : {}),
    staleTime: 0,
    refetchInterval: (query) =>
      UNSETTLED.includes(query.state.data?.state ?? "processing") ? POLL_MS : false,
  })
  return (
    <div aria-live="polite">
      {payment ? <PaymentState payment={payment} token={token} /> : <Asking />}
      {error ? (
        <div className="mt-6">
          <ErrorState
            title="We could not ask for the newest state."
            action={<Button onClick={() => refetch()}>Ask again</Button>}
          >
            {sentenceOf(error)}
          </ErrorState>
        </div>
      ) : null}
    </div>
  )
}

function Asking() {
  return (
    <Outcome
      icon={<Spinner className="text-4xl text-ember" />}
      title="We are looking up your payment"
      message="This takes a moment. Nothing is lost when you close the page: the confirmation also comes by e-mail."
    />
  )
}

function PaymentState({ payment, token }: { payment: HoldPayment; token: string }) {
  switch (payment.state) {
    case "confirmed":
      return (
        <Outcome
          icon={<CircleCheck className="size-12 text-good" />}
          title="Your party is booked"
          message={payment.message}
        >
          {payment.bookingToken ? <BookedActions token={payment.bookingToken} /> : null}
        </Outcome>
      )
    case "too-late":
      return (
        <Outcome
          icon={<Undo2 className="size-12 text-caution" />}
          title="The start had gone"
          message={payment.message}
        >
          {payment.refund ? (
            <p>
              <MoneyText money={payment.refund.amount} className="font-semibold" />{" "}
              {payment.refund.state === "succeeded" ? "went back." : "is on its way back."}
            </p>
          ) : null}
        </Outcome>
      )
    case "failed":
      return (
        <Outcome
          icon={<CircleX className="size-12 text-bad" />}
          title="The payment did not go through"
          message={payment.message}
        >
          <LinkButton asChild size="large">
            <Link href={`/hold/${token}`}>Try again</Link>
          </LinkButton>
        </Outcome>
      )
    case "processing":
      return (
        <Outcome
          icon={<Spinner className="text-4xl text-ember" />}
          title="We are booking your party"
          message={payment.message}
        />
      )
    case "open":
    case "unpaid":
      return (
        <Outcome
          icon={<Spinner className="text-4xl text-ember" />}
          title="Waiting for the payment"
          message={payment.message}
        >
          {payment.checkoutUrl ? (
            <LinkButton href={payment.checkoutUrl}>Back to the payment page</LinkButton>
          ) : (
            <LinkButton asChild variant="secondary">
              <Link href={`/hold/${token}`}>Back to your held start</Link>
            </LinkButton>
          )}
        </Outcome>
      )
    default:
      return payment.state satisfies never
  }
}

function BookedActions({ token }: { token: string }) {
  return (
    <>
      <LinkButton asChild size="large">
        <Link href={`/party/${token}`}>See my party</Link>
      </LinkButton>
      <LinkButton
        variant="secondary"
        size="large"
        href={`/api/v1/public/bookings/${token}/calendar.ics`}
        download
      >
        <CalendarPlus aria-hidden className="size-5" />
        Add to calendar
      </LinkButton>
    </>
  )
}
