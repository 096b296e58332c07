"use client"

import { MoneySummary } from "@myhibachi/contract/payments"
import { useQuery } from "@tanstack/react-query"
import { CircleAlert } from "lucide-react"
import Link from "next/link"
import { request } from "@/api/request.ts"
import { brokenParts, DependencyHealth } from "@/features/operations/dependency-health.ts"
import { useMay } from "@/shell/me.tsx"
import { readableName } from "@/text/readable.ts"

const REFRESH_MS = 60_000

interface Alarm {
  key: string
  text: string
  href: string
}

/** What is broken and needs somebody; nothing when all is well. */
export function Alarms() {
  const mayReadMoney = useMay("payments:read")
  const mayReadOperations = useMay("operations:read")
  const health = useQuery({
    queryKey: ["health"],
    queryFn: () => request(DependencyHealth, "/health/deps"),
    enabled: mayReadOperations,
    refetchInterval: REFRESH_MS,
    retry: false,
  })
  const money = useQuery({
    queryKey: ["money-summary"],
    queryFn: () => request(MoneySummary, "/v1/money/summary"),
    enabled: mayReadMoney,
    refetchInterval: REFRESH_MS,
  })
  const alarms = [...healthAlarms(health.data), ...moneyAlarms(money.data)]
  if (alarms.length === 0) return null
  return (
    <ul aria-label="Alarms" className="mb-8 flex flex-col gap-2">
      {alarms.map((alarm) => (
        <li key={alarm.key}>
          <Link
            href={alarm.href}
            className="flex items-center gap-3 rounded-control bg-bad-soft px-4 py-3 font-medium underline-offset-4 hover:underline"
          >
            <CircleAlert aria-hidden className="size-5 shrink-0 text-bad" />
            {alarm.text}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function healthAlarms(health: DependencyHealth | undefined): Alarm[] {
  if (!health) return []
  return brokenParts(health).map((part) => ({
    key: part.name,
    text: `${readableName(part.name)} does not answer: ${part.note}`,
    href: "/settings/system",
  }))
}

function moneyAlarms(money: MoneySummary | undefined): Alarm[] {
  if (!money) return []
  const count = money.webhooksFailed + money.webhooksDead
  if (count === 0) return []
  return [
    {
      key: "webhooks",
      text:
        count === 1
          ? "1 payment message could not be processed."
          : `${count} payment messages could not be processed.`,
      href: `/money/webhooks?state=${money.webhooksDead > 0 ? "dead" : "failed"}`,
    },
  ]
}
