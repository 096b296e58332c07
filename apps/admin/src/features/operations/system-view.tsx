"use client"

import { Badge } from "@myhibachi/ui/badge"
import { Cell, HeaderCell, Row, Table } from "@myhibachi/ui/table"
import { useQuery } from "@tanstack/react-query"
import { z } from "zod"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { stacked } from "@/lists/stacked.ts"
import { PageHeader } from "@/shell/page-header.tsx"
import { readableName } from "@/text/readable.ts"
import { durationText } from "@/time/format-time.ts"
import { WhenText } from "@/time/when-text.tsx"
import { type Dependency, DependencyHealth } from "./dependency-health.ts"

const Ready = z.object({
  status: z.string(),
  database: z.string(),
  jobs: z.object({ queued: z.number(), active: z.number(), dead: z.number() }),
})
const REFRESH_MS = 15_000

/** Whether everything that the system needs answers, and how much work waits. */
export function SystemView() {
  const ready = useQuery({
    queryKey: ["ready"],
    queryFn: () => request(Ready, "/health/ready"),
    refetchInterval: REFRESH_MS,
    retry: false,
  })
  const health = useQuery({
    queryKey: ["health"],
    queryFn: () => request(DependencyHealth, "/health/deps"),
    refetchInterval: REFRESH_MS,
    retry: false,
  })
  return (
    <>
      <PageHeader
        title="System"
        detail={
          health.dataUpdatedAt > 0 ? (
            <>
              Asked at <WhenText instant={new Date(health.dataUpdatedAt).toISOString()} shape="time" />
            </>
          ) : null
        }
      />
      <Loaded query={ready} lines={2}>
        {(data) => <Core ready={data} />}
      </Loaded>
      <h2 className="mt-10 mb-3 text-xl font-semibold">Outside providers</h2>
      <Loaded query={health}>{(data) => <Providers items={data.items} />}</Loaded>
    </>
  )
}

function Core({ ready }: { ready: z.infer<typeof Ready> }) {
  const { jobs } = ready
  const figures = [
    { name: "API", value: <Badge state="good">Ready</Badge> },
    { name: "Database", value: readableName(ready.database) },
    { name: "Jobs waiting", value: jobs.queued.toLocaleString("en-US") },
    { name: "Jobs running", value: jobs.active.toLocaleString("en-US") },
    {
      name: "Jobs given up",
      value: <span className={jobs.dead > 0 ? "text-bad" : ""}>{jobs.dead.toLocaleString("en-US")}</span>,
    },
  ]
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-4 border-y border-line py-4">
      {figures.map((figure) => (
        <div key={figure.name}>
          <dt className="text-sm text-ink-soft">{figure.name}</dt>
          <dd className="font-medium tabular-nums">{figure.value}</dd>
        </div>
      ))}
    </dl>
  )
}

const states = {
  up: { title: "Answers", state: "good" },
  down: { title: "Does not answer", state: "bad" },
  off: { title: "Off", state: "neutral" },
} as const

function Providers({ items }: { items: Dependency[] }) {
  if (items.length === 0) return <p className="text-ink-soft">No provider reports how it is.</p>
  return (
    <Table label="Outside providers" className={stacked}>
      <thead>
        <tr>
          <HeaderCell>Provider</HeaderCell>
          <HeaderCell>State</HeaderCell>
          <HeaderCell isNumber>Took</HeaderCell>
          <HeaderCell>Note</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {items.map((part) => (
          <Row key={part.name}>
            <Cell className="font-medium">{readableName(part.name)}</Cell>
            <Cell>
              <Badge state={states[part.status].state}>{states[part.status].title}</Badge>
            </Cell>
            <Cell isNumber>{part.milliseconds === null ? "–" : durationText(part.milliseconds)}</Cell>
            <Cell className="text-ink-soft">{part.note}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  )
}
