import { formatMoney, usd } from "@myhibachi/contract/money"
import { PaymentsConfig, PayPage } from "@myhibachi/contract/payments"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { MoneyText } from "@myhibachi/ui/money-text"
import { TimeText } from "@myhibachi/ui/time-text"
import type { Metadata } from "next"
import { read, readOptional } from "@/api/read.ts"
import { consentOf } from "@/pay/consent-of.ts"
import { PayButton } from "@/pay/pay-button.tsx"
import { PriceLines } from "@/price/price-lines.tsx"
import { PageHeading } from "@/site/page-heading.tsx"
import type { PageProps } from "@/site/page-props.ts"

export const metadata: Metadata = { title: "Pay for your party", robots: { index: false } }

const OVER: Record<Exclude<PayPage["state"], "open">, { title: string; text: string }> = {
  used: { title: "Paid, thank you", text: "This link was used and paid. There is nothing left to do here." },
  expired: {
    title: "This link is too old",
    text: "For your safety links to pay end after some days. Ask us in the chat for a new one.",
  },
  "nothing-owed": { title: "Nothing is open", text: "Your party is paid; there is nothing to pay here." },
}

export default async function PayLinkPage({ params, searchParams }: PageProps<{ token: string }>) {
  const { token } = await params
  const [page, payments] = await Promise.all([
    read(PayPage, `/v1/public/pay/${token}`),
    readOptional(PaymentsConfig, "/v1/payments/config"),
  ])
  if (page.state !== "open")
    return <PageHeading title={OVER[page.state].title}>{OVER[page.state].text}</PageHeading>
  const isBackUnpaid = (await searchParams).payment === "cancelled"
  return (
    <div className="mx-auto max-w-xl">
      <PageHeading title={<>{formatMoney(page.due)} for your party</>}>
        {page.reference} · <TimeText instant={page.startsAt} timeZone={page.timeZone} />
      </PageHeading>
      {isBackUnpaid ? (
        <p role="status" className="mb-6 rounded-card bg-caution-soft px-4 py-3">
          You came back without paying. Nothing was charged.
        </p>
      ) : null}
      <Card aria-label="What is open">
        <CardHeader title="What do I pay?" />
        <dl className="mb-6 grid grid-cols-[1fr_auto] gap-2 [&_dd]:text-right">
          <dt>Total with tax</dt>
          <dd>
            <MoneyText money={page.total} />
          </dd>
          <dt>Paid so far</dt>
          <dd>
            <MoneyText money={page.paid} />
          </dd>
          <dt className="font-semibold">{page.owed.amount > page.due.amount ? "Due now" : "Open"}</dt>
          <dd>
            <MoneyText money={page.due} className="text-2xl font-semibold" />
          </dd>
          {page.owed.amount > page.due.amount ? (
            <>
              <dt>Due later</dt>
              <dd>
                <MoneyText money={usd(page.owed.amount - page.due.amount)} />
              </dd>
            </>
          ) : null}
        </dl>
        {payments?.isPageOffered ? (
          <PayButton path={`/v1/public/pay/${token}/checkout`} consent={consentOf(payments)}>
            Pay {formatMoney(page.due)}
          </PayButton>
        ) : (
          <p>Nothing can be paid on this page right now; our people take the payment another way.</p>
        )}
        <details className="mt-6">
          <summary className="font-medium underline-offset-4 hover:underline">
            The price, line by line
          </summary>
          <PriceLines lines={page.lines} beforeTax={page.beforeTax} total={page.total} />
        </details>
      </Card>
    </div>
  )
}
