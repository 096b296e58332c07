"use client"

import { formatMoney, type Money, usd } from "@myhibachi/contract/money"
import type { ReportUnit } from "@myhibachi/contract/reports"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { MoneyText } from "@myhibachi/ui/money-text"
import { Cell, HeaderCell, Row, Table } from "@myhibachi/ui/table"
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts"
import { ChartFrame } from "../chart-frame.tsx"
import { axis, seriesColor, tooltip } from "../chart-look.ts"
import { BySeriesTable } from "./by-series-table.tsx"
import { condenseSeries } from "./condense-series.ts"
import { periodText } from "./period-text.ts"
import { type Series, type StackedPeriod, sumOf } from "./stacked-period.ts"

interface StackedReportProps {
  title: string
  detail: string
  unit: ReportUnit
  /** What the columns are, in order: key and name. */
  series: Series[]
  periods: StackedPeriod[]
  total: Money
}

/** With more columns than this a table reads better by line. */
const MOST_COLUMNS = 6

/** Amounts by period, one colour for each series, and the same figures as a table. */
export function StackedReport({ title, detail, ...report }: StackedReportProps) {
  if (report.series.length > MOST_COLUMNS)
    return (
      <Card aria-label={title}>
        <CardHeader title={title} detail={detail} />
        <div className="grid gap-6">
          <StackedChart title={title} {...report} />
          <BySeriesTable title={title} {...report} />
        </div>
      </Card>
    )
  return (
    <Card aria-label={title}>
      <CardHeader title={title} detail={detail} />
      <div className="grid gap-6 xl:grid-cols-2">
        <StackedChart title={title} {...report} />
        <StackedTable title={title} {...report} />
      </div>
    </Card>
  )
}

type PartProps = Omit<StackedReportProps, "detail">

function StackedChart({ title, unit, ...all }: PartProps) {
  const { series, periods } = condenseSeries(all.series, all.periods)
  const data = periods.map(({ period, amounts }) => ({
    period: periodText(period, unit),
    ...Object.fromEntries(series.map(({ key, name }) => [name, (amounts.get(key)?.amount ?? 0) / 100])),
  }))
  return (
    <ChartFrame label={`${title}, as in the table`}>
      <ResponsiveContainer>
        <BarChart data={data} accessibilityLayer>
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis dataKey="period" {...axis} minTickGap={16} />
          <YAxis
            {...axis}
            width={64}
            tickFormatter={(value: number) => `$${value.toLocaleString("en-US")}`}
          />
          <Tooltip {...tooltip} formatter={(value) => formatMoney(usd(Math.round(Number(value) * 100)))} />
          <Legend />
          {series.map(({ key, name }, place) => (
            <Bar key={key} dataKey={name} stackId="all" fill={seriesColor(place)} isAnimationActive={false} />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </ChartFrame>
  )
}

function StackedTable({ title, unit, series, periods, total }: PartProps) {
  return (
    <div className="max-h-168 overflow-y-auto">
      <Table label={title}>
        <thead>
          <tr>
            <HeaderCell>{unit === "month" ? "Month" : "From"}</HeaderCell>
            {series.map(({ key, name }) => (
              <HeaderCell key={key} isNumber>
                {name}
              </HeaderCell>
            ))}
            <HeaderCell isNumber>Together</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {periods.map((row) => (
            <Row key={row.period}>
              <Cell className="whitespace-nowrap">{periodText(row.period, unit)}</Cell>
              {series.map(({ key }) => (
                <Cell key={key} isNumber>
                  <MoneyText money={row.amounts.get(key) ?? usd(0)} />
                </Cell>
              ))}
              <Cell isNumber className="font-medium">
                <MoneyText money={row.total} />
              </Cell>
            </Row>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t-2 border-ink font-semibold">
            <Cell>Sum</Cell>
            {series.map(({ key }) => (
              <Cell key={key} isNumber>
                <MoneyText money={sumOf(periods, key)} />
              </Cell>
            ))}
            <Cell isNumber>
              <MoneyText money={total} />
            </Cell>
          </tr>
        </tfoot>
      </Table>
    </div>
  )
}
