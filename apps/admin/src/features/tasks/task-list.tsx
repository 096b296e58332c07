"use client"

import { Task } from "@myhibachi/contract/tasks"
import { Badge } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { Field } from "@myhibachi/ui/field"
import { Textarea } from "@myhibachi/ui/textarea"
import { useToast } from "@myhibachi/ui/toast"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import Link from "next/link"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { sentenceOf } from "@/lists/loaded.tsx"
import { useMay } from "@/shell/me.tsx"
import { WhenText } from "@/time/when-text.tsx"

/** Follow-up tasks with a way to complete them; `isShort` beside what they are about. */
export function TaskList({ tasks, isShort = false }: { tasks: Task[]; isShort?: boolean }) {
  const mayWrite = useMay("operations:write")
  return (
    <ul className="divide-y divide-line">
      {tasks.map((task) => (
        <li key={task.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3">
          <div className="min-w-0 flex-1 basis-64">
            <p className="font-medium">
              {task.title} {task.isUrgent ? <Badge state="bad">Urgent</Badge> : null}
            </p>
            {task.detail && !isShort ? (
              <p className="text-sm whitespace-pre-line text-ink-soft">{task.detail}</p>
            ) : null}
            <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
              <span>
                Due <WhenText instant={task.dueAt} />
              </span>
              {isShort ? null : <TaskLinks task={task} />}
            </p>
          </div>
          {mayWrite && !task.doneAt ? <CompleteTask task={task} /> : null}
        </li>
      ))}
    </ul>
  )
}

function TaskLinks({ task }: { task: Task }) {
  const look = "underline underline-offset-4"
  return (
    <>
      {task.conversationId ? (
        <Link className={look} href={`/inbox?id=${task.conversationId}`}>
          Conversation
        </Link>
      ) : null}
      {task.bookingId ? (
        <Link className={look} href={`/bookings/${task.bookingId}`}>
          Booking
        </Link>
      ) : null}
      {task.customerId ? (
        <Link className={look} href={`/customers/${task.customerId}`}>
          Customer
        </Link>
      ) : null}
    </>
  )
}

function CompleteTask({ task }: { task: Task }) {
  const [isAsking, setIsAsking] = useState(false)
  const [outcome, setOutcome] = useState("")
  const tell = useToast()
  const client = useQueryClient()
  const complete = useMutation({
    mutationFn: () =>
      request(Task, `/v1/tasks/${task.id}/complete`, {
        method: "POST",
        body: outcome.trim() ? { outcome } : {},
      }),
    onSuccess: () => {
      setIsAsking(false)
      tell({ title: "Task done", state: "good" })
      return client.invalidateQueries({ queryKey: ["tasks"] })
    },
    onError: (error) => tell({ title: sentenceOf(error), state: "bad" }),
  })
  return (
    <Dialog
      open={isAsking}
      onOpenChange={setIsAsking}
      title="Is it done?"
      description={task.title}
      trigger={
        <Button size="small" variant="secondary">
          Done…
        </Button>
      }
      footer={
        <Button isBusy={complete.isPending} onClick={() => complete.mutate()}>
          Mark as done
        </Button>
      }
    >
      <Field label="What came of it (optional)">
        <Textarea value={outcome} onChange={(event) => setOutcome(event.currentTarget.value)} />
      </Field>
    </Dialog>
  )
}
