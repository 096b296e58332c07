import type { MessageCard } from "@myhibachi/contract/conversations"
import { LinkButton } from "@myhibachi/ui/button"
import { MoneyText } from "@myhibachi/ui/money-text"
import { formatInstant, TimeText } from "@myhibachi/ui/time-text"
import Link from "next/link"

/** What one can do with an answer: take the price, choose a start, open the party. */
export function MessageCards({ cards }: { cards: MessageCard[] }) {
  return cards.map((card) => (
    <div
      key={JSON.stringify(card)}
      className="w-full max-w-[88%] rounded-2xl border border-line-strong bg-surface p-4"
    >
      <OneCard card={card} />
    </div>
  ))
}

function OneCard({ card }: { card: MessageCard }) {
  switch (card.kind) {
    case "quote":
      return <QuoteCard card={card} />
    case "starts":
      return <StartsCard card={card} />
    case "booking":
      return (
        <Opens
          text={`Your party ${card.reference}`}
          href={`/party/${card.bookingToken}`}
          label="Open my party"
        />
      )
    case "hold":
      return <Opens text="Your start is held" href={`/hold/${card.holdToken}`} label="Go on booking" />
    default:
      return card satisfies never
  }
}

function QuoteCard({ card }: { card: Extract<MessageCard, { kind: "quote" }> }) {
  return (
    <>
      <ul className="space-y-1 text-sm">
        {card.lines.map((line) => (
          <li key={line.label} className="flex items-baseline justify-between gap-4">
            <span>{line.label}</span>
            <MoneyText money={line.amount} />
          </li>
        ))}
      </ul>
      <p className="mt-2 flex items-baseline justify-between gap-4 border-t border-line pt-2 font-semibold">
        Total <MoneyText money={card.total} />
      </p>
      <LinkButton asChild width="full" className="mt-3">
        <Link href={`/quote/${card.quoteToken}`}>Take this price</Link>
      </LinkButton>
    </>
  )
}

function StartsCard({ card }: { card: Extract<MessageCard, { kind: "starts" }> }) {
  return (
    <>
      <p className="mb-2 text-sm text-ink-soft">Free starts</p>
      <ul className="flex flex-wrap gap-2">
        {card.starts.map((start) => (
          <li key={start.startsAt}>
            {card.quoteToken ? (
              <LinkButton asChild variant="secondary" size="small">
                <Link href={`/quote/${card.quoteToken}?start=${encodeURIComponent(start.startsAt)}`}>
                  {formatInstant(start.startsAt, card.timeZone, "short", true)}
                </Link>
              </LinkButton>
            ) : (
              <TimeText instant={start.startsAt} timeZone={card.timeZone} shape="short" />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Opens({ text, href, label }: { text: string; href: string; label: string }) {
  return (
    <>
      <p className="mb-3 font-medium">{text}</p>
      <LinkButton asChild width="full">
        <Link href={href}>{label}</Link>
      </LinkButton>
    </>
  )
}
