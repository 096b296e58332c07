"use client"

import type { ConversationDetail } from "@myhibachi/contract/conversations"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { Dialog, DialogClose } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Textarea } from "@myhibachi/ui/textarea"
import { useState } from "react"
import { useMe } from "@/shell/me.tsx"
import { conversationState } from "./conversation-words.ts"
import { useConversationChange } from "./use-conversation-change.ts"

/** Takes the conversation over, gives it back, or settles it. */
export function ConversationActions({ conversation }: { conversation: ConversationDetail }) {
  const me = useMe()
  const change = useConversationChange(conversation.id)
  const { title, state } = conversationState[conversation.status]
  const isMine = conversation.owner?.userId === me.id
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Badge state={state}>{title}</Badge>
      {isMine ? (
        <Button
          size="small"
          variant="secondary"
          isBusy={change.isPending}
          onClick={() => change.mutate({ verb: "give-back" })}
        >
          Give back
        </Button>
      ) : (
        <TakeOver
          conversation={conversation}
          isBusy={change.isPending}
          onTake={() => change.mutate({ verb: "take-over" })}
        />
      )}
      {conversation.status === "resolved" ? null : (
        <Resolve
          isBusy={change.isPending}
          onResolve={(note) => change.mutate({ verb: "resolve", body: { note } })}
        />
      )}
    </div>
  )
}

interface TakeOverProps {
  conversation: ConversationDetail
  isBusy: boolean
  onTake: () => void
}

function TakeOver({ conversation, isBusy, onTake }: TakeOverProps) {
  const { owner } = conversation
  if (!owner) {
    return (
      <Button size="small" isBusy={isBusy} onClick={onTake}>
        Take over
      </Button>
    )
  }
  return (
    <Dialog
      title={`Take over from ${owner.name}?`}
      description={`${owner.name} is answering this conversation and will no longer be able to.`}
      trigger={
        <Button size="small" variant="secondary">
          Take over…
        </Button>
      }
      footer={
        <DialogClose>
          <Button isBusy={isBusy} onClick={onTake}>
            Take over
          </Button>
        </DialogClose>
      }
    />
  )
}

function Resolve({ isBusy, onResolve }: { isBusy: boolean; onResolve: (note: string) => void }) {
  const [note, setNote] = useState("")
  return (
    <Dialog
      title="Is it settled?"
      description="The conversation leaves the list of those who wait. A new message opens it again."
      trigger={
        <Button size="small" variant="quiet">
          Settle…
        </Button>
      }
      footer={
        <DialogClose>
          <Button isBusy={isBusy} onClick={() => onResolve(note.trim())}>
            Settle
          </Button>
        </DialogClose>
      }
    >
      <Field label="Note for colleagues (optional)">
        <Textarea value={note} maxLength={1000} onChange={(event) => setNote(event.currentTarget.value)} />
      </Field>
    </Dialog>
  )
}
