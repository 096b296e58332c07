"use client"

import { formatMoney, usd } from "@myhibachi/contract/money"
import { type AccountAmount, RevenueReport } from "@myhibachi/contract/reports"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { EmptyState } from "@myhibachi/ui/empty-state"
import { MoneyText } from "@myhibachi/ui/money-text"
import { Cell, HeaderCell, Row, Table } from "@myhibachi/ui/table"
import { useQuery } from "@tanstack/react-query"
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { shortDay } from "@/time/format-time.ts"
import { ChartFrame, legendText } from "./chart-frame.tsx"
import { axis, seriesColor, tooltip } from "./chart-look.ts"
import { FilterRow, type ReportFilters } from "./report-frame.tsx"

type Side = "revenue" | "money"

interface ViewProps {
  filters: ReportFilters
  stations: { id: string; name: string }[]
}

/** What was earned, or what came in, by period and station, to the cent as the ledger has it. */
export function RevenueView({ filters, stations }: ViewProps) {
  const address = useAddress()
  const side: Side = address.get("side") === "money" ? "money" : "revenue"
  const report = useQuery({
    queryKey: ["report", "revenue", filters],
    queryFn: () => request(RevenueReport, "/v1/reports/revenue", { query: { ...filters } }),
    placeholderData: (previous) => previous,
  })
  return (
    <>
      <FilterRow filters={filters} stations={stations} file="revenue" />
      <Loaded query={report} lines={8}>
        {(data) => (
          <div className="flex flex-col gap-6">
            <Totals report={data} side={side} onSide={(next) => address.set({ side: next })} />
            <ByPeriod report={data} side={side} />
            {data.stations.length > 0 ? <ByStation report={data} side={side} /> : null}
          </div>
        )}
      </Loaded>
    </>
  )
}

const sideTitle: Record<Side, string> = { revenue: "Earned", money: "Money in, less money out" }

interface SideProps {
  report: RevenueReport
  side: Side
}

function Totals({ report, side, onSide }: SideProps & { onSide: (side: Side) => void }) {
  const sides: [Side, ReturnType<typeof usd>][] = [
    ["revenue", report.earnedTotal],
    ["money", report.movedTotal],
  ]
  return (
    <div className="flex flex-wrap gap-3">
      {sides.map(([name, amount]) => (
        <button
          key={name}
          type="button"
          aria-pressed={side === name}
          onClick={() => onSide(name)}
          className="rounded-card border border-line bg-surface px-6 py-4 text-left hover:bg-sunken aria-pressed:border-ember aria-pressed:bg-ember-soft"
        >
          <span className="block text-sm text-ink-soft">{sideTitle[name]}</span>
          <MoneyText money={amount} className="text-2xl font-semibold" />
        </button>
      ))}
    </div>
  )
}

/** The accounts of the side that moved at all; the others would only be empty columns. */
function accountsOf({ report, side }: SideProps) {
  const amounts = (part: RevenueReport["periods"][number]) => (side === "revenue" ? part.earned : part.moved)
  return report.accounts.filter(
    ({ kind, account }) =>
      kind === side && report.periods.some((part) => amountOf(amounts(part), account).amount !== 0),
  )
}

function amountOf(amounts: readonly AccountAmount[], account: string) {
  return amounts.find((row) => row.account === account)?.amount ?? usd(0)
}

function ByPeriod({ report, side }: SideProps) {
  const accounts = accountsOf({ report, side })
  if (accounts.length === 0) {
    return (
      <EmptyState
        title={side === "revenue" ? "Nothing was earned in this time" : "No money came in this time"}
      >
        {side === "revenue"
          ? "A party counts as earned when it is over; deposits for parties to come are under “Money in”."
          : "Payments and refunds appear here on the day on which they are booked."}
      </EmptyState>
    )
  }
  const rows = report.periods.map((part) => ({
    period: part.period,
    amounts: side === "revenue" ? part.earned : part.moved,
    total: side === "revenue" ? part.earnedTotal : part.movedTotal,
  }))
  const data = rows.map(({ period, amounts }) => ({
    period: shortDay(period),
    ...Object.fromEntries(
      accounts.map(({ account, title }) => [title, amountOf(amounts, account).amount / 100]),
    ),
  }))
  return (
    <Card aria-label={`${sideTitle[side]} by period`}>
      <CardHeader title={`${sideTitle[side]} by ${report.unit}`} detail={`Days as in ${report.timeZone}`} />
      <div className="grid gap-6 2xl:grid-cols-2">
        <ChartFrame label={`${sideTitle[side]} by ${report.unit}, as in the table`}>
          <ResponsiveContainer>
            <BarChart data={data} accessibilityLayer>
              <CartesianGrid vertical={false} stroke="var(--color-line)" />
              <XAxis dataKey="period" {...axis} minTickGap={16} />
              <YAxis
                {...axis}
                width={64}
                tickFormatter={(value: number) =>
                  `${value < 0 ? "−" : ""}$${Math.abs(value).toLocaleString("en-US")}`
                }
              />
              <Tooltip
                {...tooltip}
                formatter={(value) => formatMoney(usd(Math.round(Number(value) * 100)))}
              />
              <Legend itemSorter={null} formatter={legendText} />
              {accounts.map(({ title }, place) => (
                <Bar
                  key={title}
                  dataKey={title}
                  stackId="all"
                  fill={seriesColor(place)}
                  isAnimationActive={false}
                />
              ))}
            </BarChart>
          </ResponsiveContainer>
        </ChartFrame>
        <div className="max-h-96 overflow-y-auto">
          <Table label={`${sideTitle[side]} by period`}>
            <thead>
              <tr>
                <HeaderCell>From</HeaderCell>
                <HeaderCell isNumber>Together</HeaderCell>
                {accounts.map(({ title }) => (
                  <HeaderCell key={title} isNumber>
                    {title}
                  </HeaderCell>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.toReversed().map(({ period, amounts, total }) => (
                <Row key={period}>
                  <Cell className="whitespace-nowrap">{shortDay(period)}</Cell>
                  <Cell isNumber className="font-medium">
                    <MoneyText money={total} />
                  </Cell>
                  {accounts.map(({ account }) => (
                    <Cell key={account} isNumber>
                      <MoneyText money={amountOf(amounts, account)} />
                    </Cell>
                  ))}
                </Row>
              ))}
            </tbody>
          </Table>
        </div>
      </div>
    </Card>
  )
}

function ByStation({ report, side }: SideProps) {
  return (
    <Card aria-label="By station">
      <CardHeader title="By station" />
      <Table label="By station">
        <thead>
          <tr>
            <HeaderCell>Station</HeaderCell>
            <HeaderCell isNumber>{sideTitle[side]}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {report.stations.map((station) => (
            <Row key={station.name}>
              <Cell>{station.name}</Cell>
              <Cell isNumber>
                <MoneyText money={side === "revenue" ? station.earnedTotal : station.movedTotal} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  )
}
