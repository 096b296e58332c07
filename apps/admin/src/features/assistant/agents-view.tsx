"use client"

import { AgentDescription } from "@myhibachi/contract/assistant"
import { Badge } from "@myhibachi/ui/badge"
import { useQuery } from "@tanstack/react-query"
import { z } from "zod"
import { request } from "@/api/request.ts"
import { Loaded } from "@/lists/loaded.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { readableName } from "@/text/readable.ts"

const Agents = z.object({ agents: z.array(AgentDescription) })

/** The specialists, what each is for and what each may do. */
export function AgentsView() {
  const agents = useQuery({
    queryKey: ["agents"],
    queryFn: () => request(Agents, "/v1/agents"),
    staleTime: 300_000,
  })
  return (
    <>
      <PageHeader title="Agents" detail="The specialists that answer, and the tools that each may call" />
      <Loaded query={agents}>
        {(data) => (
          <ul className="divide-y divide-line">
            {data.agents.map((agent) => (
              <li key={agent.name} className="grid gap-x-8 gap-y-2 py-5 lg:grid-cols-[20rem_minmax(0,1fr)]">
                <AgentEntry agent={agent} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </>
  )
}

function AgentEntry({ agent }: { agent: AgentDescription }) {
  return (
    <>
      <div>
        <h2 className="text-lg font-semibold">{agent.title}</h2>
        <p className="text-ink-soft">{agent.purpose}</p>
      </div>
      <ul className="flex flex-col gap-2 text-sm">
        {agent.tools.map((tool) => (
          <li key={tool.name}>
            <span className="font-medium">{readableName(tool.name)}</span>{" "}
            {tool.access === "write" ? <Badge state="caution">Changes something, after a yes</Badge> : null}{" "}
            {tool.needs === "identity" ? <Badge>Only for a known customer</Badge> : null}
            <span className="block text-ink-soft">{tool.description}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
