"use client"

import { UtilisationReport } from "@myhibachi/contract/reports"
import { Card, CardHeader } from "@myhibachi/ui/card"
import { EmptyState } from "@myhibachi/ui/empty-state"
import { Cell, HeaderCell, Row, Table } from "@myhibachi/ui/table"
import { useQuery } from "@tanstack/react-query"
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { legendText } from "./chart-frame.tsx"
import { axis, seriesColor, tooltip } from "./chart-look.ts"
import { HeatMap } from "./heat-map.tsx"
import { hoursText, shareText } from "./hours-text.ts"
import { FilterRow, type ReportFilters } from "./report-frame.tsx"

interface ViewProps {
  filters: ReportFilters
  stations: { id: string; name: string }[]
}

/** Who works how much of the hours they offer, and at which hours of the week. */
export function UtilisationView({ filters, stations }: ViewProps) {
  const report = useQuery({
    queryKey: ["report", "utilisation", filters],
    queryFn: () => request(UtilisationReport, "/v1/reports/utilisation", { query: { ...filters } }),
    placeholderData: (previous) => previous,
  })
  return (
    <>
      <FilterRow filters={filters} stations={stations} file="utilisation" hasUnit={false} />
      <Loaded query={report} lines={8}>
        {(data) =>
          data.availableMinutes + data.workedMinutes === 0 ? (
            <EmptyState title="No hours in this time">
              Nobody was on shift and no party was cooked on these days.
            </EmptyState>
          ) : (
            <div className="flex flex-col gap-6">
              <ByChef report={data} />
              <Card aria-label="Hours of the week">
                <CardHeader
                  title="Hours of the week"
                  detail="Share of the offered hours that is worked, at the stations' own clocks"
                />
                <HeatMap hours={data.hours} />
              </Card>
            </div>
          )
        }
      </Loaded>
    </>
  )
}

function ByChef({ report }: { report: UtilisationReport }) {
  const data = report.chefs.map((chef) => ({
    name: chef.name,
    Worked: chef.workedMinutes / 60,
    Driven: chef.drivingMinutes / 60,
    "Offered and free": Math.max(0, chef.availableMinutes - chef.workedMinutes - chef.drivingMinutes) / 60,
  }))
  return (
    <Card aria-label="By chef">
      <CardHeader
        title={`${shareText(report.workedMinutes, report.availableMinutes)} of the offered hours are worked`}
        detail={`${hoursText(report.workedMinutes)} cooking with set-up and pack-down, ${hoursText(report.drivingMinutes)} on the road, ${hoursText(report.availableMinutes)} offered. Offered are the shifts as they stand now, less time off.`}
      />
      <div className="grid gap-6 2xl:grid-cols-2">
        <figure aria-label="Hours by chef, as in the table" className="min-w-0">
          <div style={{ height: Math.max(288, data.length * 36 + 60) }}>
            <ResponsiveContainer>
              <BarChart data={data} layout="vertical" accessibilityLayer>
                <CartesianGrid horizontal={false} stroke="var(--color-line)" />
                <XAxis type="number" {...axis} unit=" h" />
                <YAxis type="category" dataKey="name" {...axis} width={120} interval={0} />
                <Tooltip {...tooltip} formatter={(value) => hoursText(Number(value) * 60)} />
                <Legend itemSorter={null} formatter={legendText} />
                {["Worked", "Driven", "Offered and free"].map((name, place) => (
                  <Bar
                    key={name}
                    dataKey={name}
                    stackId="all"
                    fill={
                      place === 2
                        ? "color-mix(in oklab, var(--color-line-strong) 45%, transparent)"
                        : seriesColor(place)
                    }
                    isAnimationActive={false}
                  />
                ))}
              </BarChart>
            </ResponsiveContainer>
          </div>
        </figure>
        <div className="max-h-[60rem] overflow-y-auto">
          <ChefTable report={report} />
        </div>
      </div>
    </Card>
  )
}

function ChefTable({ report }: { report: UtilisationReport }) {
  return (
    <Table label="Hours by chef">
      <thead>
        <tr>
          <HeaderCell>Chef</HeaderCell>
          <HeaderCell isNumber>Parties</HeaderCell>
          <HeaderCell isNumber>Worked</HeaderCell>
          <HeaderCell isNumber className="max-md:hidden">
            Driven
          </HeaderCell>
          <HeaderCell isNumber>Offered</HeaderCell>
          <HeaderCell isNumber>Share</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {report.chefs.map((chef) => (
          <Row key={chef.chefId}>
            <Cell>
              {chef.name}
              <span className="block text-sm text-ink-soft">{chef.stationName}</span>
            </Cell>
            <Cell isNumber>{chef.parties}</Cell>
            <Cell isNumber>{hoursText(chef.workedMinutes)}</Cell>
            <Cell isNumber className="max-md:hidden">
              {hoursText(chef.drivingMinutes)}
            </Cell>
            <Cell isNumber>{hoursText(chef.availableMinutes)}</Cell>
            <Cell isNumber>{shareText(chef.workedMinutes, chef.availableMinutes)}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
