"use client"

import { MyParties } from "@myhibachi/contract/assignments"
import { type TimeOff, TimeOffPage, type TimeOffStatus } from "@myhibachi/contract/chef-time"
import { Badge, type BadgeState } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { EmptyState } from "@myhibachi/ui/empty-state"
import { useQuery } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { Failure, Lines, Loaded } from "@/lists/loaded.tsx"
import { usePages } from "@/lists/use-pages.ts"
import { spanText } from "../span-text.ts"
import { AskForTimeOff } from "./ask-for-time-off.tsx"
import { MY_TIME_OFF } from "./my-time-off-key.ts"
import { WithdrawTimeOff } from "./withdraw-time-off.tsx"

const STANDING: Record<TimeOffStatus, { title: string; state: BadgeState }> = {
  requested: { title: "Waits for the office", state: "caution" },
  approved: { title: "Yours", state: "good" },
  denied: { title: "Not possible", state: "bad" },
  withdrawn: { title: "Withdrawn", state: "neutral" },
}

/** When I am not there: what I asked for, what was said, and the way to ask. */
export function MyTimeOffView() {
  const mine = useQuery({
    queryKey: ["my", "parties"],
    queryFn: () => request(MyParties, "/v1/chefs/me/assignments"),
  })
  return (
    <>
      <h1 className="mb-4 text-2xl font-semibold">Time off</h1>
      <Loaded query={mine} lines={4}>
        {({ timeZone }) => <AskForTimeOff timeZone={timeZone} />}
      </Loaded>
      <section aria-label="What I asked for" className="mt-6">
        <Wishes />
      </section>
    </>
  )
}

function Wishes() {
  const { items, error, retry, hasMore, isReadingMore, readMore } = usePages(TimeOffPage, MY_TIME_OFF)
  if (error && !items) return <Failure error={error} onRetry={retry} />
  if (!items) return <Lines count={6} />
  if (items.length === 0)
    return (
      <EmptyState title="No time off yet">What you ask for stands here with the office's answer.</EmptyState>
    )
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {items.map((wish) => (
          <li key={wish.id} className="py-3">
            <Wish wish={wish} />
          </li>
        ))}
      </ul>
      {hasMore ? (
        <Button variant="quiet" className="mt-2" isBusy={isReadingMore} onClick={readMore}>
          Show more
        </Button>
      ) : null}
    </>
  )
}

function Wish({ wish }: { wish: TimeOff }) {
  const { title, state } = STANDING[wish.status]
  return (
    <div className="flex items-start justify-between gap-3">
      <div className="min-w-0">
        <p className="font-medium">{spanText(wish, wish.timeZone)}</p>
        <p className="text-ink-soft [overflow-wrap:anywhere]">{wish.reason}</p>
        {wish.decisionReason ? (
          <p className="text-sm text-ink-soft">The office: {wish.decisionReason}</p>
        ) : null}
        {wish.status === "requested" ? <WithdrawTimeOff wish={wish} /> : null}
      </div>
      <Badge state={state}>{title}</Badge>
    </div>
  )
}
