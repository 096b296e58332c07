import type { MessageCard } from "@myhibachi/contract/conversations"
import { MoneyText } from "@myhibachi/ui/money-text"
import { clockIn, dateIn, longDay, zoneName } from "@/time/format-time.ts"

/** What the customer can act on below the words, as staff need it: the content without the buttons. */
export function MessageCards({ cards }: { cards: MessageCard[] }) {
  return (
    <ul className="mt-3 flex flex-col gap-2 border-t border-line-strong/40 pt-2 text-sm whitespace-normal">
      {cards.map((card, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cards of a sent message never change or move
        <li key={`${card.kind}-${index}`}>
          <CardText card={card} />
        </li>
      ))}
    </ul>
  )
}

function CardText({ card }: { card: MessageCard }) {
  switch (card.kind) {
    case "quote":
      return (
        <details>
          <summary className="font-medium">
            Quote offered: <MoneyText money={card.total} />
          </summary>
          <ul className="mt-1">
            {card.lines.map((line) => (
              <li key={line.label} className="flex justify-between gap-4">
                <span>{line.label}</span>
                <MoneyText money={line.amount} />
              </li>
            ))}
          </ul>
        </details>
      )
    case "starts":
      return <StartsText starts={card.starts} timeZone={card.timeZone} />
    case "booking":
      return <span>Link to booking {card.reference}</span>
    case "hold":
      return <span>Link to the hold, kept until {clockIn(card.expiresAt, "UTC")} UTC</span>
    default:
      return card satisfies never
  }
}

function StartsText({ starts, timeZone }: { starts: { startsAt: string }[]; timeZone: string }) {
  const first = starts[0]
  if (!first) return <span>No start was free</span>
  const days = new Map<string, string[]>()
  for (const { startsAt } of starts) {
    const day = dateIn(startsAt, timeZone)
    days.set(day, [...(days.get(day) ?? []), clockIn(startsAt, timeZone)])
  }
  return (
    <span>
      Starts offered ({zoneName(timeZone, first.startsAt)}):{" "}
      {[...days].map(([day, clocks]) => `${longDay(day)} ${clocks.join(", ")}`).join("; ")}
    </span>
  )
}
