"use client"

import { Import } from "@myhibachi/contract/exchange"
import { Button } from "@myhibachi/ui/button"
import { Dialog, DialogClose } from "@myhibachi/ui/dialog"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"

type Verb = "commit" | "stop" | "undo"

/** Make, stop, go on, take back. */
export function ImportActions({ file }: { file: Import }) {
  const client = useQueryClient()
  const tell = useToast()
  const act = useMutation({
    mutationFn: (verb: Verb) => request(Import, `/v1/imports/${file.id}/${verb}`, { method: "POST" }),
    onSuccess: (next) => {
      client.setQueryData(["import", file.id], next)
      return client.invalidateQueries()
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  const { state, counts, kind } = file
  const rows = `${counts.ready.toLocaleString("en-US")} ${counts.ready === 1 ? "row" : "rows"}`
  if (state === "running") {
    return (
      <Button variant="secondary" isBusy={act.isPending} onClick={() => act.mutate("stop")}>
        Stop
      </Button>
    )
  }
  if (state === "stopping") {
    return (
      <Button variant="secondary" isBusy>
        Stopping
      </Button>
    )
  }
  const mayUndo = kind === "customers" && ["done", "stopped"].includes(state) && counts.created > 0
  return (
    <>
      {mayUndo ? <UndoDialog made={counts.created} onUndo={() => act.mutate("undo")} /> : null}
      {["checked", "stopped"].includes(state) && counts.ready > 0 ? (
        <Button isBusy={act.isPending} onClick={() => act.mutate("commit")}>
          {state === "stopped" ? `Go on with ${rows}` : `Make ${rows}`}
        </Button>
      ) : null}
    </>
  )
}

function UndoDialog({ made, onUndo }: { made: number; onUndo: () => void }) {
  return (
    <Dialog
      title="Take this import back?"
      description={`${made.toLocaleString("en-US")} customers were made. Those with quotes, parties, messages or changes since then stay; the others go.`}
      trigger={<Button variant="secondary">Take back…</Button>}
      footer={
        <>
          <DialogClose>
            <Button variant="secondary">Keep them</Button>
          </DialogClose>
          <DialogClose>
            <Button variant="danger" onClick={onUndo}>
              Take them back
            </Button>
          </DialogClose>
        </>
      }
    />
  )
}
