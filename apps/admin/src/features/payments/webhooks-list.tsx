"use client"

import {
  WebhookEvent,
  WebhookEventPage,
  type WebhookFilter,
  WebhookState,
} from "@myhibachi/contract/webhooks"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { Input } from "@myhibachi/ui/input"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { ChoiceFilter, Filters, SearchFilter } from "@/lists/filters.tsx"
import { type Column, ListTable } from "@/lists/list-table.tsx"
import { sentenceOf } from "@/lists/loaded.tsx"
import { useAddress } from "@/lists/use-address.ts"
import { usePages } from "@/lists/use-pages.ts"
import { useMay } from "@/shell/me.tsx"
import { PageHeader } from "@/shell/page-header.tsx"
import { WhenText } from "@/time/when-text.tsx"
import { webhookState } from "./payment-words.ts"
import { ReplayDialog } from "./replay-dialog.tsx"

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
  const mayWrite = useMay("payments:write")
  const filter = filterOf(address.get)
  const pages = usePages(WebhookEventPage, "/v1/webhooks/events", filter, { refetchMs: 15_000 })
  return (
    <>
      <PageHeader
        title="Webhook inbox"
        detail="What the payment provider told us; doing one again never books money twice"
        actions={mayWrite ? <ReplayDialog filter={filter} /> : null}
      />
      <Filters>
        <ChoiceFilter label="State" name="state" all="Any state" options={states} />
        <SearchFilter label="Type" name="type" />
        <Input
          type="date"
          aria-label="Came since"
          value={address.get("since")}
          onChange={(event) => address.set({ since: event.currentTarget.value })}
          className="w-auto"
        />
        <ChoiceFilter label="Kind" name="isUnknown" all="Any kind" options={kinds} />
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

const kinds = [{ value: "true", label: "Never seen before" }]

/** The filters of the address as the API takes them; a date that is not whole yet means none. */
function filterOf(get: (name: string) => string): WebhookFilter {
  const state = WebhookState.safeParse(get("state"))
  const since = get("since")
  return {
    ...(state.success ? { state: state.data } : {}),
    ...(get("isUnknown") === "true" ? { isUnknown: true } : {}),
    ...(get("type") ? { type: get("type") } : {}),
    ...(/^\d{4}-\d\d-\d\d$/.test(since) ? { from: `${since}T00:00:00Z` } : {}),
  }
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
