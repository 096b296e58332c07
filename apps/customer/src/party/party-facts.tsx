import type { BookingPage } from "@myhibachi/contract/booking"
import { LinkButton } from "@myhibachi/ui/button"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { TimeText } from "@myhibachi/ui/time-text"
import { CalendarPlus } from "lucide-react"
import { count } from "@/site/duration-text.ts"

/** What is set: when, where, who, with the calendar file. */
export function PartyFacts({ party }: { party: BookingPage }) {
  const { adults, children, littleOnes } = party.guests
  const guests = [
    count(adults, "adult"),
    ...(children > 0 ? [count(children, "child", "children")] : []),
    ...(littleOnes > 0 ? [count(littleOnes, "little one")] : []),
  ].join(", ")
  const facts = [
    { term: "Start of cooking", text: <TimeText instant={party.startsAt} timeZone={party.timeZone} /> },
    {
      term: "The chef arrives",
      text: <TimeText instant={party.arrivesAt} timeZone={party.timeZone} shape="time" />,
    },
    { term: "Done by", text: <TimeText instant={party.endsAt} timeZone={party.timeZone} shape="time" /> },
    { term: "Place", text: party.place.formatted },
    { term: "Guests", text: `${guests} · ${count(party.chefs, "chef")}` },
  ]
  return (
    <Card aria-label="What is set">
      <CardHeader
        title="What is set"
        actions={
          party.status === "cancelled" ? null : (
            <LinkButton
              variant="secondary"
              href={`/api/v1/public/bookings/${party.token}/calendar.ics`}
              download
            >
              <CalendarPlus aria-hidden className="size-5" />
              Add to calendar
            </LinkButton>
          )
        }
      />
      <dl className="grid gap-3 sm:grid-cols-[auto_1fr] sm:gap-x-6">
        {facts.map((fact) => (
          <div key={fact.term} className="sm:contents">
            <dt className="text-sm text-ink-soft sm:text-base">{fact.term}</dt>
            <dd className="font-medium">{fact.text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
