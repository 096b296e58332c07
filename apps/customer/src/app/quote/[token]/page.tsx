import { formatMoney } from "@myhibachi/contract/money"
import { Quote } from "@myhibachi/contract/quote"
import { InstantText } from "@myhibachi/contract/time"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { TimeText } from "@myhibachi/ui/time-text"
import type { Metadata } from "next"
import { Temporal } from "temporal-polyfill"
import { read, readConfig } from "@/api/read.ts"
import { bookingWindow } from "@/price/booking-window.ts"
import { HoldForm } from "@/price/hold-form.tsx"
import { PriceLines } from "@/price/price-lines.tsx"
import { PromotionCodeForm } from "@/price/promotion-code.tsx"
import { ChangeParty, PriceAgain } from "@/price/quote-actions.tsx"
import { QuoteTerms } from "@/price/quote-terms.tsx"
import { count, durationText } from "@/site/duration-text.ts"
import { PageHeading } from "@/site/page-heading.tsx"
import type { PageProps } from "@/site/page-props.ts"

export const metadata: Metadata = { title: "Your price", robots: { index: false } }

export default async function QuotePage({ params, searchParams }: PageProps<{ token: string }>) {
  const { token } = await params
  const [quote, config] = await Promise.all([read(Quote, `/v1/public/quotes/${token}`), readConfig()])
  const timeZone = quote.timeZone ?? config.stations[0]?.timeZone ?? "UTC"
  const window = bookingWindow(Temporal.Now.instant(), timeZone, config.parameters.scheduling)
  // A link may be old: a start that can no longer be booked is not offered as if it were chosen.
  const chosenStart = [(await searchParams).start, quote.startsAt]
    .map((start) => startOf(start, timeZone))
    .find((start) => start && start.date >= window.first && start.date <= window.last)
  const { hold } = config.parameters
  return (
    <>
      <PageHeading title={<span className="tabular-nums">{formatMoney(quote.total)}</span>}>
        {partyText(quote)} · tax is in the total, tips are up to you.
      </PageHeading>
      {quote.status === "open" ? null : <QuoteOver quote={quote} />}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card aria-label="Price">
          <CardHeader
            title="Line by line"
            detail={
              quote.status === "open" ? (
                <>
                  This price is yours until{" "}
                  <TimeText instant={quote.expiresAt} timeZone={timeZone} shape="short" />.
                </>
              ) : null
            }
            actions={quote.status === "open" ? <ChangeParty quote={quote} config={config} /> : null}
          />
          <PriceLines lines={quote.lines} beforeTax={quote.beforeTax} total={quote.total} />
          {quote.status === "open" ? <PromotionCodeForm quote={quote} /> : null}
          <QuoteTerms quote={quote} timeZone={timeZone} />
        </Card>
        {quote.status === "open" ? (
          <Card aria-label="Book">
            {quote.place ? (
              <>
                <CardHeader
                  title="When are we free?"
                  detail={`Times are those at ${quote.place.city ?? "the party"}.`}
                />
                <HoldForm
                  quote={quote}
                  window={window}
                  chosenStart={chosenStart ?? null}
                  fullPaymentUnderHours={config.parameters.deposit.fullPaymentUnderHours}
                  holdText={`Nothing to pay yet: ${durationText(hold.signWithinMinutes)} to sign, then ${durationText(hold.payWithinMinutes)} to pay.`}
                />
              </>
            ) : (
              <CardHeader
                title="Where is the party?"
                detail="With the address or the ZIP code we can add travel and tax, and show the free starts."
                actions={<ChangeParty quote={quote} config={config} />}
              />
            )}
          </Card>
        ) : null}
      </div>
    </>
  )
}

function startOf(value: string | string[] | null | undefined, timeZone: string) {
  const start = InstantText.safeParse(value)
  if (!start.success) return null
  const date = Temporal.Instant.from(start.data).toZonedDateTimeISO(timeZone).toPlainDate().toString()
  return { startsAt: start.data, date }
}

function partyText(quote: Quote): string {
  const { adults, children, littleOnes } = quote.guests
  const people = [
    count(adults, "adult"),
    ...(children > 0 ? [count(children, "child", "children")] : []),
    ...(littleOnes > 0 ? [count(littleOnes, "little one")] : []),
  ]
  return [people.join(", "), ...(quote.place ? [quote.place.formatted] : [])].join(" · ")
}

function QuoteOver({ quote }: { quote: Quote }) {
  const isTaken = quote.status === "taken"
  return (
    <div className="mb-6 flex flex-wrap items-center justify-between gap-4 rounded-card bg-caution-soft p-4">
      <p>
        {isTaken
          ? "This price is already taken for a party: the link to it is in your e-mail. You can price the same party again."
          : "This price has ended. The same party can be priced again with today's prices."}
      </p>
      <PriceAgain quote={quote} />
    </div>
  )
}
