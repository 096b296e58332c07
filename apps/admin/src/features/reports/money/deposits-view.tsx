"use client"

import { formatMoney, usd } from "@myhibachi/contract/money"
import { DepositsReport } from "@myhibachi/contract/money-reports"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { EmptyState } from "@myhibachi/ui/empty-state"
import { MoneyText } from "@myhibachi/ui/money-text"
import { Cell, HeaderCell, Row, Table } from "@myhibachi/ui/table"
import { useQuery } from "@tanstack/react-query"
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { ChartFrame } from "../chart-frame.tsx"
import { axis, seriesColor, tooltip } from "../chart-look.ts"
import { FileButton } from "./money-filters.tsx"
import { monthText } from "./period-text.ts"

const path = "/v1/reports/deposits"

/** What is held for parties to come, by the month of the party. */
export function DepositsView() {
  const report = useQuery({ queryKey: [path], queryFn: () => request(DepositsReport, path) })
  return (
    <Loaded query={report} lines={6}>
      {(data) =>
        data.months.length === 0 ? (
          <EmptyState title="No deposit is held">
            What customers pay before their party appears here until it took place.
          </EmptyState>
        ) : (
          <Card aria-label="Deposits held">
            <CardHeader
              title="Deposits held by month of the party"
              detail="Owed to customers until the party took place"
              actions={<FileButton href={`${path}/csv`} />}
            />
            <div className="grid gap-6 xl:grid-cols-2">
              <Chart report={data} />
              <MonthTable report={data} />
            </div>
          </Card>
        )
      }
    </Loaded>
  )
}

const nameOf = (month: string | null) => (month === null ? "No party" : monthText(month))

function Chart({ report }: { report: DepositsReport }) {
  const data = report.months.map(({ month, amount }) => ({
    month: nameOf(month),
    Held: amount.amount / 100,
  }))
  return (
    <ChartFrame label="Deposits held by month of the party, as in the table">
      <ResponsiveContainer>
        <BarChart data={data} accessibilityLayer>
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis dataKey="month" {...axis} minTickGap={16} />
          <YAxis
            {...axis}
            width={64}
            tickFormatter={(value: number) => `$${value.toLocaleString("en-US")}`}
          />
          <Tooltip {...tooltip} formatter={(value) => formatMoney(usd(Math.round(Number(value) * 100)))} />
          <Bar dataKey="Held" fill={seriesColor(0)} maxBarSize={64} isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </ChartFrame>
  )
}

function MonthTable({ report }: { report: DepositsReport }) {
  return (
    <Table label="Deposits held by month of the party">
      <thead>
        <tr>
          <HeaderCell>Month</HeaderCell>
          <HeaderCell isNumber>Parties</HeaderCell>
          <HeaderCell isNumber>Held</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {report.months.map(({ month, parties, amount }) => (
          <Row key={month}>
            <Cell>{nameOf(month)}</Cell>
            <Cell isNumber>{parties}</Cell>
            <Cell isNumber>
              <MoneyText money={amount} />
            </Cell>
          </Row>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t-2 border-ink font-semibold">
          <Cell>Sum</Cell>
          <Cell isNumber>{report.months.reduce((sum, { parties }) => sum + parties, 0)}</Cell>
          <Cell isNumber>
            <MoneyText money={report.total} />
          </Cell>
        </tr>
      </tfoot>
    </Table>
  )
}
