"use client"

import { WebhookEvent, WebhookEventPage, WebhookState } from "@myhibachi/contract/payments"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { ChoiceFilter, Filters } from "@/lists/filters.tsx"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { sentenceOf } from "@/lists/loaded.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { usePages } from "@/lists/use-pages.ts"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { webhookState } from "./payment-words.ts"

const columns: [Column<WebhookEvent>, ...Column<WebhookEvent>[]] = [
  {
    title: "Event",
    cell: (event) => <span className="font-medium [overflow-wrap:anywhere]">{event.type}</span>,
  },
  { title: "Came", cell: (event) => <WhenText instant={event.receivedAt} /> },
  {
    title: "State",
    cell: ({ state }) => <Badge state={webhookState[state].state}>{webhookState[state].title}</Badge>,
  },
  {
    title: "Outcome",
    cell: (event) => event.outcome ?? "–",
    isExtra: true,
    className: "max-w-md text-sm text-ink-soft",
  },
  { title: "Tries", cell: (event) => event.attempts, isNumber: true, isExtra: true },
  { title: "Again", cell: (event) => <Replay event={event} /> },
]

/** What the payment provider told us and what came of it. */
export function WebhooksList() {
  const address = useAddress()
  const pages = usePages(
    WebhookEventPage,
    "/v1/webhooks/events",
    { state: address.get("state") },
    { refetchMs: 15_000 },
  )
  return (
    <>
      <PageHeader
        title="Webhook inbox"
        detail="What the payment provider told us; doing one again never books money twice"
      />
      <Filters>
        <ChoiceFilter label="State" name="state" all="Any state" options={states} />
      </Filters>
      <ListTable
        label="Webhook events"
        pages={pages}
        columns={columns}
        keyOf={(event) => event.id}
        empty={{ title: "No event", detail: "Events appear here when a customer pays." }}
      />
    </>
  )
}

const states = WebhookState.options.map((value) => ({ value, label: webhookState[value].title }))

function Replay({ event }: { event: WebhookEvent }) {
  const mayWrite = useMay("payments:write")
  const tell = useToast()
  const client = useQueryClient()
  const replay = useMutation({
    mutationFn: () => request(WebhookEvent, `/v1/webhooks/events/${event.id}/replay`, { method: "POST" }),
    onSuccess: () => {
      tell({ title: "It is being processed again", state: "good" })
      return client.invalidateQueries({ queryKey: ["/v1/webhooks/events"] })
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  if (!mayWrite) return <span className="text-ink-soft">–</span>
  return (
    <Button size="small" variant="secondary" isBusy={replay.isPending} onClick={() => replay.mutate()}>
      Replay
    </Button>
  )
}
