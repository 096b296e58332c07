"use client"
import { useEffect, useRef, useState } from "react"
import { classNames } from "./class-names.ts"

/** @returns `1:59:07` or `4:05` for milliseconds left, never below zero. */
export function formatRemaining(remainingMs: number): string {
  const total = Math.max(0, Math.ceil(remainingMs / 1000))
  const hours = Math.floor(total / 3600)
  const minutes = Math.floor((total % 3600) / 60)
  const seconds = String(total % 60).padStart(2, "0")
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${seconds}` : `${minutes}:${seconds}`
}

/**
 * Time left until an instant. `serverNow` (the instant the page was made) corrects a viewer's wrong clock;
 * `onEnd` runs once, when nothing is left.
 */
export function Countdown({
  endsAt,
  serverNow,
  onEnd,
  className,
}: {
  endsAt: string
  serverNow: string
  onEnd?: () => void
  className?: string
}) {
  const [remainingMs, setRemainingMs] = useState(() => Date.parse(endsAt) - Date.parse(serverNow))
  const end = useRef(onEnd)
  end.current = onEnd
  useEffect(() => {
    const offsetMs = Date.parse(serverNow) - Date.now()
    setRemainingMs(Date.parse(endsAt) - Date.parse(serverNow))
    const timer = setInterval(() => {
      const left = Date.parse(endsAt) - Date.now() - offsetMs
      setRemainingMs(left)
      if (left > 0) return
      clearInterval(timer)
      end.current?.()
    }, 1000)
    return () => clearInterval(timer)
  }, [endsAt, serverNow])
  return (
    <time
      role="timer"
      dateTime={endsAt}
      className={classNames("font-semibold tabular-nums", remainingMs < 600_000 && "text-bad", className)}
    >
      {formatRemaining(remainingMs)}
    </time>
  )
}
