"use client"

import { Today } from "@myhibachi/contract/today"
import { Button } from "@myhibachi/ui/button"
import { useQuery } from "@tanstack/react-query"
import { ChevronLeft, ChevronRight } from "lucide-react"
import { request } from "@/api/request.ts"
import { WaitingConversations } from "@/features/conversations/waiting-conversations.tsx"
import { OpenCrews } from "@/features/crew/open-crews.tsx"
import { DayMap } from "@/features/maps/day-map.tsx"
import { OpenTasks } from "@/features/tasks/open-tasks.tsx"
import { Loaded } from "@/lists/loaded.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { PageHeader } from "@/shell/page-header.tsx"
import { addDays, longDay } from "@/time/format-time.ts"
import { WhenText } from "@/time/when-text.tsx"
import { Alarms } from "./alarms.tsx"
import { PartyTimeline } from "./party-timeline.tsx"
import { MoneyDue, NewBookings, RunningHolds } from "./today-lists.tsx"

const REFRESH_MS = 20_000

/** What needs me now: alarms, the parties of the day, who waits, what is to do, what is owed. */
export function TodayView() {
  const address = useAddress()
  const date = address.get("date")
  const today = useQuery({
    queryKey: ["today", date],
    queryFn: () => request(Today, "/v1/today", { query: { date } }),
    refetchInterval: REFRESH_MS,
    placeholderData: (previous) => previous,
  })
  const shown = today.data?.date
  return (
    <>
      <PageHeader
        title={date && shown ? longDay(shown) : "Today"}
        detail={
          <>
            {!date && shown ? longDay(shown) : null}
            {today.dataUpdatedAt > 0 ? (
              <span className="text-sm">
                {!date ? " · " : ""}updated{" "}
                <WhenText instant={new Date(today.dataUpdatedAt).toISOString()} shape="time" />
              </span>
            ) : null}
          </>
        }
        actions={<DayButtons date={date} shown={shown} />}
      />
      <Alarms />
      <Loaded query={today} lines={6}>
        {(data) => <PartyTimeline date={data.date} parties={data.parties} />}
      </Loaded>
      {shown ? <DayMap date={shown} /> : null}
      <div className="mt-10 grid gap-10 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-10">
          <WaitingConversations />
          {today.data ? <MoneyDue today={today.data} /> : null}
          {today.data ? <NewBookings today={today.data} /> : null}
        </div>
        <div className="flex min-w-0 flex-col gap-10">
          <OpenTasks />
          <OpenCrews />
          {today.data ? <RunningHolds today={today.data} /> : null}
        </div>
      </div>
    </>
  )
}

function DayButtons({ date, shown }: { date: string; shown: string | undefined }) {
  const address = useAddress()
  const go = (days: number) => shown && address.set({ date: addDays(shown, days) })
  return (
    <>
      <Button variant="secondary" size="icon" aria-label="The day before" onClick={() => go(-1)}>
        <ChevronLeft aria-hidden className="size-5" />
      </Button>
      <Button variant="secondary" disabled={!date} onClick={() => address.set({ date: null })}>
        Today
      </Button>
      <Button variant="secondary" size="icon" aria-label="The day after" onClick={() => go(1)}>
        <ChevronRight aria-hidden className="size-5" />
      </Button>
    </>
  )
}
