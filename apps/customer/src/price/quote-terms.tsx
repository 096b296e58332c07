import type { Quote } from "@myhibachi/contract/quote"
import { MoneyText } from "@myhibachi/ui/money-text"
import { TimeText } from "@myhibachi/ui/time-text"
import { count, durationText } from "@/site/duration-text.ts"

/** What is paid when, how long we cook, what a tip would be, and what the price still lacks. */
export function QuoteTerms({ quote, timeZone }: { quote: Quote; timeZone: string }) {
  const { setUpMinutes, serviceMinutes, packDownMinutes } = quote.durations
  return (
    <div className="mt-4 space-y-4">
      {quote.missing.length > 0 ? (
        <ul className="space-y-1 rounded-control bg-caution-soft p-3 text-sm">
          {quote.missing.map((missing) => (
            <li key={missing.part}>{missing.detail}</li>
          ))}
        </ul>
      ) : null}
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-2 text-sm">
        <dt>
          {quote.isFullPaymentDue ? "To pay at booking (the party is close)" : "Deposit, to pay at booking"}
        </dt>
        <dd className="text-right">
          <MoneyText money={quote.dueAtBooking} />
        </dd>
        {quote.balance.amount > 0 ? (
          <>
            <dt>
              Balance
              {quote.balanceDueAt ? (
                <>
                  , by <TimeText instant={quote.balanceDueAt} timeZone={timeZone} shape="short" />
                </>
              ) : null}
            </dt>
            <dd className="text-right">
              <MoneyText money={quote.balance} />
            </dd>
          </>
        ) : null}
        {quote.suggestedTips.length > 0 ? (
          <>
            <dt>Tip, if you like (not in the total)</dt>
            <dd className="text-right">
              {quote.suggestedTips.map((tip) => (
                <span key={tip.percent} className="block">
                  {tip.percent} %: <MoneyText money={tip.amount} />
                </span>
              ))}
            </dd>
          </>
        ) : null}
      </dl>
      <p className="text-sm text-ink-soft">
        {count(quote.chefs, "chef")}: set-up {durationText(setUpMinutes)}, cooking{" "}
        {durationText(serviceMinutes)}, pack-down {durationText(packDownMinutes)}.
      </p>
      <p className="text-sm">
        <a
          href={`/api/v1/public/quotes/${quote.token}/pdf`}
          className="font-medium underline underline-offset-4"
          target="_blank"
          rel="noreferrer"
        >
          This price as a PDF
        </a>
      </p>
    </div>
  )
}
