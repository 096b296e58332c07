"use client"

import { ConversionReport, type LostWhy } from "@myhibachi/contract/reports"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { EmptyState } from "@myhibachi/ui/empty-state"
import { Cell, HeaderCell, Row, Table } from "@myhibachi/ui/table"
import { useQuery } from "@tanstack/react-query"
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts"
import { request } from "@/api/request.ts"
import { channelTitle } from "@/features/quotes/quote-words.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { shortDay } from "@/time/format-time.ts"
import { ChartFrame, legendText } from "./chart-frame.tsx"
import { axis, seriesColor, tooltip } from "./chart-look.ts"
import { shareText } from "./hours-text.ts"
import { FilterRow, type ReportFilters } from "./report-frame.tsx"

const why: Record<LostWhy, string> = {
  still_open: "still open",
  not_taken: "no start taken",
  not_signed: "not signed",
  not_paid: "not paid",
  given_back: "given back",
}

interface ViewProps {
  filters: ReportFilters
  stations: { id: string; name: string }[]
}

/** How many quotes become parties, by when and where they were asked for, and why the others did not. */
export function ConversionView({ filters, stations }: ViewProps) {
  const report = useQuery({
    queryKey: ["report", "conversion", filters],
    queryFn: () => request(ConversionReport, "/v1/reports/conversion", { query: { ...filters } }),
    placeholderData: (previous) => previous,
  })
  return (
    <>
      <FilterRow filters={filters} stations={stations} file="conversion" />
      <Loaded query={report} lines={8}>
        {(data) =>
          data.quotes === 0 ? (
            <EmptyState title="No quote in this time">Nobody asked for a price on these days.</EmptyState>
          ) : (
            <Conversion report={data} />
          )
        }
      </Loaded>
    </>
  )
}

function Conversion({ report }: { report: ConversionReport }) {
  const data = report.periods.map(({ period, quotes, held, booked }) => ({
    period: shortDay(period),
    Quotes: quotes,
    Held: held,
    Booked: booked,
  }))
  return (
    <div className="flex flex-col gap-6">
      <Card aria-label="Conversion by period">
        <CardHeader
          title={`${shareText(report.booked, report.quotes)} of the quotes became parties`}
          detail={`${report.quotes} quotes, ${report.held} held, ${report.booked} booked`}
        />
        <div className="grid gap-6 2xl:grid-cols-2">
          <ChartFrame label={`Quotes, holds and bookings by ${report.unit}, as in the table`}>
            <ResponsiveContainer>
              <BarChart data={data} accessibilityLayer>
                <CartesianGrid vertical={false} stroke="var(--color-line)" />
                <XAxis dataKey="period" {...axis} minTickGap={16} />
                <YAxis {...axis} allowDecimals={false} width={40} />
                <Tooltip {...tooltip} />
                <Legend itemSorter={null} formatter={legendText} />
                <Bar dataKey="Quotes" fill="var(--color-line-strong)" isAnimationActive={false} />
                <Bar dataKey="Held" fill={seriesColor(2)} isAnimationActive={false} />
                <Bar dataKey="Booked" fill={seriesColor(0)} isAnimationActive={false} />
              </BarChart>
            </ResponsiveContainer>
          </ChartFrame>
          <Funnels
            label="Conversion by period"
            first="From"
            rows={report.periods.toReversed().map((row) => ({ ...row, name: shortDay(row.period) }))}
          />
        </div>
      </Card>
      <Card aria-label="Conversion by channel">
        <CardHeader title="By channel, and why not" />
        <Funnels
          label="Conversion by channel"
          first="Channel"
          rows={report.channels
            .filter(({ quotes }) => quotes > 0)
            .map((row) => ({ ...row, name: channelTitle[row.channel] }))}
        />
      </Card>
    </div>
  )
}

interface FunnelRow {
  name: string
  quotes: number
  held: number
  booked: number
  lost: ConversionReport["lost"]
}

function Funnels({ label, first, rows }: { label: string; first: string; rows: FunnelRow[] }) {
  return (
    <div className="max-h-96 overflow-y-auto">
      <Table label={label}>
        <thead>
          <tr>
            <HeaderCell>{first}</HeaderCell>
            <HeaderCell isNumber>Quotes</HeaderCell>
            <HeaderCell isNumber className="max-md:hidden">
              Held
            </HeaderCell>
            <HeaderCell isNumber>Booked</HeaderCell>
            <HeaderCell isNumber>Share</HeaderCell>
            <HeaderCell>The others</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.name}>
              <Cell className="whitespace-nowrap">{row.name}</Cell>
              <Cell isNumber>{row.quotes}</Cell>
              <Cell isNumber className="max-md:hidden">
                {row.held}
              </Cell>
              <Cell isNumber>{row.booked}</Cell>
              <Cell isNumber>{shareText(row.booked, row.quotes)}</Cell>
              <Cell className="text-sm text-ink-soft">
                {row.lost
                  .filter(({ count }) => count > 0)
                  .map((lost) => `${lost.count} ${why[lost.why]}`)
                  .join(", ") || "–"}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
