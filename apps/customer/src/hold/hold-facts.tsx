import type { Hold } from "@myhibachi/contract/hold"
import { TimeText } from "@myhibachi/ui/time-text"
import { count } from "@/site/duration-text.ts"

/** When, where, for how many. */
export function HoldFacts({ hold }: { hold: Hold }) {
  const { adults, children, littleOnes } = hold.guests
  return (
    <dl className="space-y-3">
      <div>
        <dt className="text-sm text-ink-soft">Start of cooking</dt>
        <dd className="font-medium">
          <TimeText instant={hold.startsAt} timeZone={hold.timeZone} />
        </dd>
      </div>
      <div>
        <dt className="text-sm text-ink-soft">Place</dt>
        <dd className="font-medium">{hold.place.formatted}</dd>
      </div>
      <div>
        <dt className="text-sm text-ink-soft">Guests</dt>
        <dd className="font-medium">
          {count(adults + children + littleOnes, "guest")}, {count(hold.chefs, "chef")}
        </dd>
      </div>
    </dl>
  )
}
