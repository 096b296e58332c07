"use client"

import { AvailabilityExplanation } from "@myhibachi/contract/availability"
import type { Guests } from "@myhibachi/contract/quote"
import { RadioCards } from "@myhibachi/ui/radio-cards"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { clockIn, longDay, zoneName } from "@/time/format-time.ts"

type Start = AvailabilityExplanation["starts"][number]

interface FreeStartsProps {
  /** How many come, and where: an address or a quote's token. */
  party: Guests & ({ address: string } | { quoteToken: string })
  date: string
  isChosen: (start: Start) => boolean
  onChoose: (start: Start) => void
}

/** The regular starts of a day; those that are not free say why. */
export function FreeStarts({ party, date, isChosen, onChoose }: FreeStartsProps) {
  const starts = useQuery({
    queryKey: ["free-starts", party, date],
    queryFn: () =>
      request(AvailabilityExplanation, "/v1/availability/explain", { query: { from: date, ...party } }),
  })
  return (
    <Loaded query={starts} lines={2}>
      {(data) => {
        const regular = data.starts.filter((start) => start.time === start.slot)
        const zone = zoneName(data.timeZone, `${date}T12:00:00Z`)
        const choose = (time: string) => {
          const start = regular.find((each) => each.time === time)
          if (start) onChoose(start)
        }
        return (
          <div className="flex flex-col gap-2">
            <p className="text-sm text-ink-soft">
              {longDay(date)}, {zone}; {data.chefsNeeded === 1 ? "one chef" : `${data.chefsNeeded} chefs`}
            </p>
            <RadioCards
              label="Starts"
              value={regular.find(isChosen)?.time ?? null}
              onChange={choose}
              cards={regular.map((start) => ({
                value: start.time,
                label: start.startsAt ? clockIn(start.startsAt, data.timeZone) : start.time,
                detail: start.isOffered ? "free" : start.detail,
                isDisabled: !start.isOffered,
              }))}
            />
          </div>
        )
      }}
    </Loaded>
  )
}
