import { Hold } from "@myhibachi/contract/hold"
import { PaymentsConfig } from "@myhibachi/contract/payments"
import { LinkButton } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { MoneyText } from "@myhibachi/ui/money-text"
import type { Metadata } from "next"
import Link from "next/link"
import { redirect } from "next/navigation"
import { read, readOptional } from "@/api/read.ts"
import { AgreementText } from "@/hold/agreement-text.tsx"
import { HoldDeadline } from "@/hold/hold-deadline.tsx"
import { HoldFacts } from "@/hold/hold-facts.tsx"
import { PayPanel } from "@/hold/pay-panel.tsx"
import { ReleaseHold } from "@/hold/release-hold.tsx"
import { SignForm } from "@/hold/sign-form.tsx"
import { PriceLines } from "@/price/price-lines.tsx"
import { PageHeading } from "@/site/page-heading.tsx"
import type { PageProps } from "@/site/page-props.ts"

export const metadata: Metadata = { title: "Your start is held", robots: { index: false } }

export default async function HoldPage({ params, searchParams }: PageProps<{ token: string }>) {
  const { token } = await params
  const hold = await read(Hold, `/v1/public/holds/${token}`)
  switch (hold.status) {
    case "confirmed":
      return redirect(hold.bookingToken ? `/party/${hold.bookingToken}` : `/hold/${token}/paid`)
    case "expired":
    case "released":
      return <HoldOver hold={hold} />
    case "held":
    case "awaiting_deposit":
      return <OpenHold hold={hold} isBackUnpaid={(await searchParams).payment === "cancelled"} />
    default:
      return hold.status satisfies never
  }
}

async function OpenHold({ hold, isBackUnpaid }: { hold: Hold; isBackUnpaid: boolean }) {
  const isSigned = hold.status === "awaiting_deposit"
  const payments = isSigned ? await readOptional(PaymentsConfig, "/v1/payments/config") : null
  return (
    <>
      <PageHeading title={isSigned ? "Signed. Now the payment." : "Your start is held"}>
        {isSigned
          ? `Thank you, ${hold.agreement.signerName ?? hold.contactName}. The party is booked as soon as it is paid.`
          : "Read what you agree to and sign; then you pay and the party is booked."}
      </PageHeading>
      <div className="mb-6 space-y-3">
        {hold.deadlineAt ? (
          <HoldDeadline
            verb={isSigned ? "pay" : "sign"}
            deadlineAt={hold.deadlineAt}
            timeZone={hold.timeZone}
            serverNow={new Date().toISOString()}
          />
        ) : null}
        {isSigned && isBackUnpaid ? (
          <p role="status" className="rounded-card bg-caution-soft px-4 py-3">
            You came back without paying. Nothing was charged; the start is still yours.
          </p>
        ) : null}
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card aria-label={isSigned ? "Payment" : "Agreement"}>
          {isSigned ? (
            <>
              <CardHeader title="Pay to book" />
              <PayPanel hold={hold} payments={payments} />
            </>
          ) : (
            <>
              <CardHeader title="What do I agree to?" />
              <AgreementText agreement={hold.agreement} />
              <div className="mt-6">
                <SignForm hold={hold} />
              </div>
            </>
          )}
        </Card>
        <Card aria-label="The party" className={isSigned ? "" : "max-lg:order-first"}>
          <CardHeader title="Your party" />
          <HoldFacts hold={hold} />
          <details className="mt-6 border-t border-line pt-4">
            <summary className="font-medium underline-offset-4 hover:underline">
              Total <MoneyText money={hold.total} />, line by line
            </summary>
            <PriceLines lines={hold.lines} beforeTax={hold.beforeTax} total={hold.total} />
          </details>
          <div className="mt-4 text-right">
            <ReleaseHold token={hold.token} />
          </div>
        </Card>
      </div>
    </>
  )
}

function HoldOver({ hold }: { hold: Hold }) {
  return (
    <>
      <PageHeading
        title={hold.status === "expired" ? "The time to book has passed" : "The start was given back"}
      >
        {hold.status === "expired"
          ? "The start is free for others again. If it still is, you can hold it once more; a payment that came too late goes back by itself."
          : "Nothing is owed. Your price is still there."}
      </PageHeading>
      <LinkButton asChild size="large">
        <Link href={`/quote/${hold.quoteToken}`}>See the price and the free starts</Link>
      </LinkButton>
    </>
  )
}
