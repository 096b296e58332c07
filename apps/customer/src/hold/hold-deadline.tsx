"use client"
import { Countdown } from "@myhibachi/ui/countdown"
import { TimeText } from "@myhibachi/ui/time-text"
import { useRouter } from "next/navigation"

/** How long the start is the customer's; the page is read again when nothing is left. */
export function HoldDeadline({
  verb,
  deadlineAt,
  timeZone,
  serverNow,
}: {
  verb: "sign" | "pay"
  deadlineAt: string
  timeZone: string
  serverNow: string
}) {
  const router = useRouter()
  return (
    <p className="flex flex-wrap items-baseline justify-between gap-x-4 rounded-card bg-ember-soft px-4 py-3">
      <span>
        This start is yours until <TimeText instant={deadlineAt} timeZone={timeZone} shape="short" />.
      </span>
      <span className="whitespace-nowrap">
        Left to {verb}:{" "}
        <Countdown
          endsAt={deadlineAt}
          serverNow={serverNow}
          onEnd={() => router.refresh()}
          className="text-xl"
        />
      </span>
    </p>
  )
}
