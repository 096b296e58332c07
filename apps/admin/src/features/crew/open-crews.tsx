"use client"

import { OpenCrews as OpenCrewList } from "@myhibachi/contract/assignments"
import { Badge } from "@myhibachi/ui/badge"
import { TimeText } from "@myhibachi/ui/time-text"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"

const SHOWN = 8

/** Parties that lack a chef or wait for one's answer, the next one first. */
export function OpenCrews() {
  return useMay("crew:read") ? <Open /> : null
}

function Open() {
  const crews = useQuery({
    queryKey: ["open-crews"],
    queryFn: () => request(OpenCrewList, "/v1/assignments/open"),
    refetchInterval: 30_000,
  })
  return (
    <section>
      <h2 className="mb-2 text-lg font-semibold">Crew not complete</h2>
      <Loaded query={crews}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-ink-soft">Every party to come has its chefs, and all have accepted.</p>
          ) : (
            <>
              <ul className="divide-y divide-line">
                {[...items]
                  .sort((left, right) => Number(right.missing > 0) - Number(left.missing > 0))
                  .slice(0, SHOWN)
                  .map((crew) => (
                    <li key={crew.bookingId} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
                      <Link
                        href={`/bookings/${crew.bookingId}`}
                        className="font-medium underline underline-offset-4"
                      >
                        {crew.customerName}
                      </Link>
                      <span className="text-sm text-ink-soft">
                        <TimeText instant={crew.startsAt} timeZone={crew.timeZone} shape="short" /> ·{" "}
                        {crew.city ?? crew.stationName}
                      </span>
                      {crew.missing > 0 ? <Badge state="bad">Lacks {crew.missing}</Badge> : null}
                      {crew.waitingFor.length > 0 ? (
                        <span className="text-sm text-ink-soft">waits for {crew.waitingFor.join(", ")}</span>
                      ) : null}
                    </li>
                  ))}
              </ul>
              {items.length > SHOWN ? (
                <p className="pt-2 text-sm text-ink-soft">and {items.length - SHOWN} more</p>
              ) : null}
            </>
          )
        }
      </Loaded>
    </section>
  )
}
