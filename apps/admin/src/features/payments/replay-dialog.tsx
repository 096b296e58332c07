"use client"

import { type WebhookFilter, WebhookReplay } from "@myhibachi/contract/webhooks"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Progress } from "@myhibachi/ui/progress"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"

const LOOK_AGAIN_MS = 1_000

/** Sees to all messages that the filter means again, and says how far that is. */
export function ReplayDialog({ filter }: { filter: WebhookFilter }) {
  const [isOpen, setIsOpen] = useState(false)
  const [replayId, setReplayId] = useState<string>()
  const tell = useToast()
  const start = useMutation({
    mutationFn: () =>
      request(WebhookReplay, "/v1/webhooks/replays", {
        method: "POST",
        body: filter,
        headers: { "idempotency-key": crypto.randomUUID() },
      }),
    onSuccess: ({ id }) => setReplayId(id),
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  const onOpenChange = (isNowOpen: boolean) => {
    setIsOpen(isNowOpen)
    if (isNowOpen) setReplayId(undefined)
  }
  return (
    <Dialog
      open={isOpen}
      onOpenChange={onOpenChange}
      title="Replay all that the list shows?"
      description="Every message that the filters mean is seen to again, one after the other. Money is never booked twice by it."
      trigger={<Button variant="secondary">Replay all…</Button>}
      footer={
        replayId ? null : (
          <Button isBusy={start.isPending} onClick={() => start.mutate()}>
            Replay them
          </Button>
        )
      }
    >
      {replayId ? <ReplayProgress id={replayId} /> : null}
    </Dialog>
  )
}

function ReplayProgress({ id }: { id: string }) {
  const client = useQueryClient()
  const { data: replay } = useQuery({
    queryKey: ["webhook-replay", id],
    queryFn: () => request(WebhookReplay, `/v1/webhooks/replays/${id}`),
    refetchInterval: ({ state }) => (state.data?.finishedAt ? false : LOOK_AGAIN_MS),
  })
  const isFinished = Boolean(replay?.finishedAt)
  useEffect(() => {
    if (isFinished) void client.invalidateQueries({ queryKey: ["/v1/webhooks/events"] })
  }, [isFinished, client])
  const said = replay
    ? `${replay.done} of ${replay.total} seen to, ${replay.failed} failed again`
    : "Starting"
  return (
    <div role="status" className="flex flex-col gap-3">
      <Progress label="Messages seen to" value={replay?.done ?? 0} maximum={replay?.total ?? 0} />
      <p>{isFinished ? `Done: ${said}.` : `${said}…`}</p>
    </div>
  )
}
