"use client"

import { formatMoney, usd } from "@myhibachi/contract/money"
import type { QuoteReplay } from "@myhibachi/contract/pricing"
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts"

/** How many quotes change by how much; the same figures stand in the words beside it. */
export function ReplayChart({ spread }: { spread: QuoteReplay["spread"] }) {
  const bars = spread.map(({ fromCents, toCents, quotes }) => ({
    range: `${short(fromCents)} to ${short(toCents)}`,
    quotes,
  }))
  const words = bars.filter(({ quotes }) => quotes > 0).map(({ range, quotes }) => `${quotes} by ${range}`)
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2 text-sm text-ink-soft">Quotes by how much their total changes</figcaption>
      <div role="img" aria-label={`Quotes by change: ${words.join("; ")}`} className="h-64">
        <ResponsiveContainer width="100%" height="100%">
          <BarChart
            data={bars}
            accessibilityLayer={false}
            margin={{ top: 8, right: 8, bottom: 0, left: -16 }}
          >
            <CartesianGrid vertical={false} stroke="var(--color-line)" />
            <XAxis
              dataKey="range"
              tick={TICK}
              stroke="var(--color-line-strong)"
              interval="preserveStartEnd"
            />
            <YAxis allowDecimals={false} tick={TICK} stroke="var(--color-line-strong)" />
            <Tooltip
              cursor={{ fill: "var(--color-sunken)" }}
              contentStyle={{ background: "var(--color-surface)", border: "1px solid var(--color-line)" }}
              itemStyle={{ color: "var(--color-ink)" }}
            />
            <Bar
              dataKey="quotes"
              name="Quotes"
              fill="var(--color-ember)"
              isAnimationActive={false}
              maxBarSize={64}
            />
          </BarChart>
        </ResponsiveContainer>
      </div>
    </figure>
  )
}

const TICK = { fill: "var(--color-ink-soft)", fontSize: 12 }

function short(cents: number): string {
  return formatMoney(usd(cents)).replace(/\.00$/, "")
}
