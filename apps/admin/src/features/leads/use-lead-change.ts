"use client"

import { type ChangeLead, Lead, type LeadSummary } from "@myhibachi/contract/leads"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"
import { leadName, stageTitle } from "./lead-words.ts"

/** Changes leads as they were read; a change on an old version is refused and read again. */
export function useLeadChange(onDone: () => void = () => {}) {
  const tell = useToast()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({
      lead,
      change,
    }: {
      lead: Pick<LeadSummary, "id" | "version" | "name">
      change: ChangeLead
    }) =>
      request(Lead, `/v1/leads/${lead.id}`, {
        method: "PATCH",
        body: change,
        headers: { "if-match": `"v${lead.version}"` },
      }),
    onSuccess: (lead, { change }) => {
      onDone()
      if (change.stage) tell({ title: `${leadName(lead)}: ${stageTitle[lead.stage]}`, state: "good" })
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
    onSettled: async (_data, _error, { lead }) => {
      await client.invalidateQueries({ queryKey: ["/v1/leads"] })
      await client.invalidateQueries({ queryKey: ["lead", lead.id] })
    },
  })
}
