"use client"

import { AgentDescription, Responder, type TraceSummary } from "@myhibachi/contract/assistant"
import { Badge } from "@myhibachi/ui/badge"
import { useQuery } from "@tanstack/react-query"
import { z } from "zod"
import { TracePage } from "@/api/pages.ts"
import { request } from "@/api/request.ts"
import { ChoiceFilter, Filters } from "@/lists/filters.tsx"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { usePages } from "@/lists/use-pages.ts"
import { PageHeader } from "@/shell/page-header.tsx"
import { costText } from "@/text/readable-number.ts"
import { durationText } from "@/time/format-time.ts"
import { WhenText } from "@/time/when-text.tsx"
import { responderTitle } from "./responder-words.ts"

const columns: [Column<TraceSummary>, ...Column<TraceSummary>[]] = [
  {
    title: "Question",
    cell: (trace) => (
      <span className="line-clamp-2 font-normal [overflow-wrap:anywhere]">{trace.question}</span>
    ),
    className: "max-w-xl",
  },
  { title: "When", cell: (trace) => <WhenText instant={trace.at} />, isExtra: true },
  { title: "Agent", cell: (trace) => trace.agent, isExtra: true },
  {
    title: "Answered by",
    cell: (trace) => (
      <span className="flex flex-wrap gap-1">
        <Badge state={responderTitle[trace.responder].state}>{responderTitle[trace.responder].title}</Badge>
        {trace.escalated ? <Badge state="caution">Person</Badge> : null}
      </span>
    ),
  },
  {
    title: "Sure",
    cell: (trace) => `${Math.round(trace.confidence * 100)} %`,
    isNumber: true,
    isExtra: true,
  },
  { title: "Cost", cell: (trace) => costText(trace.costMicros), isNumber: true, isExtra: true },
  { title: "Time", cell: (trace) => durationText(trace.ms), isNumber: true },
]

/** Every answer of the assistant, newest first. */
export function TracesList() {
  const address = useAddress()
  const conversationId = address.get("conversation")
  const pages = usePages(
    TracePage,
    "/v1/traces",
    { conversationId, agent: address.get("agent"), responder: address.get("responder") },
    { refetchMs: 15_000 },
  )
  return (
    <>
      <PageHeader
        title="Traces"
        detail={conversationId ? "Of one conversation" : "Why the assistant said what it said"}
        {...(conversationId
          ? { back: { href: `/inbox?id=${conversationId}`, title: "The conversation" } }
          : {})}
      />
      <Filters>
        <AgentFilter />
        <ChoiceFilter label="Answered by" name="responder" all="Answered in any way" options={responders} />
      </Filters>
      <ListTable
        label="Traces"
        pages={pages}
        columns={columns}
        keyOf={(trace) => trace.id}
        hrefOf={(trace) => `/assistant/traces/${trace.id}`}
        empty={{ title: "No trace", detail: "Each message that the assistant reads leaves one here." }}
      />
    </>
  )
}

const responders = Responder.options.map((value) => ({ value, label: responderTitle[value].title }))
const Agents = z.object({ agents: z.array(AgentDescription) })

function AgentFilter() {
  const agents = useQuery({
    queryKey: ["agents"],
    queryFn: () => request(Agents, "/v1/agents"),
    staleTime: 300_000,
  })
  const options = (agents.data?.agents ?? []).map(({ name, title }) => ({ value: name, label: title }))
  return <ChoiceFilter label="Agent" name="agent" all="Any agent" options={options} />
}
