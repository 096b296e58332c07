"use client"

import {
  type TimeOff,
  TimeOffPage,
  type TimeOffStatus,
  TimeOffWithConflicts,
} from "@myhibachi/contract/chef-time"
import { Badge, type BadgeState } from "@myhibachi/ui/badge"
import { Button } from "@myhibachi/ui/button"
import { Dialog } from "@myhibachi/ui/dialog"
import { useState } from "react"
import { request } from "@/api/request.ts"
import { ListTable } from "@/lists/list-table.tsx"
import { usePages } from "@/lists/use-pages.ts"
import { useMay } from "@/shell/me.tsx"
import { readableName } from "@/text/readable.ts"
import { spanText } from "./span-text.ts"
import { TimeOffDecision } from "./time-off-decision.tsx"
import { useTimeChange } from "./use-time-change.ts"

const states: Record<TimeOffStatus, BadgeState> = {
  requested: "caution",
  approved: "good",
  denied: "bad",
  withdrawn: "neutral",
}

/** Time off, asked for and decided; what waits for a decision carries the way to it. */
export function TimeOffList({ path, status = "" }: { path: string; status?: string }) {
  const pages = usePages(TimeOffPage, path, { status })
  const mayWrite = useMay("crew:write")
  return (
    <ListTable
      label="Time off"
      pages={pages}
      keyOf={(wish) => wish.id}
      empty={{ title: "No time off", detail: "What is asked for appears here." }}
      columns={[
        { title: "Chef", cell: (wish) => wish.chefName },
        { title: "When", cell: (wish) => spanText(wish, wish.timeZone) },
        { title: "Why", cell: (wish) => <WhyText wish={wish} /> },
        {
          title: "State",
          cell: ({ status: state }) => <Badge state={states[state]}>{readableName(state)}</Badge>,
        },
        { title: "", cell: (wish) => (mayWrite ? <Actions wish={wish} /> : null) },
      ]}
    />
  )
}

function WhyText({ wish }: { wish: TimeOff }) {
  return (
    <>
      {wish.reason}
      {wish.decisionReason ? (
        <span className="block text-sm text-ink-soft">No: {wish.decisionReason}</span>
      ) : null}
    </>
  )
}

function Actions({ wish }: { wish: TimeOff }) {
  const [isOpen, setIsOpen] = useState(false)
  const withdraw = useTimeChange({
    run: () => request(TimeOffWithConflicts, `/v1/time-off/${wish.id}`, { method: "DELETE" }),
    done: () => ({
      title: `The time off of ${wish.chefName} is withdrawn`,
      ...(wish.status === "approved" ? { detail: "The time can be booked again." } : {}),
    }),
  })
  if (wish.status !== "requested" && wish.status !== "approved") return null
  return (
    <div className="flex flex-wrap gap-2">
      {wish.status === "requested" ? (
        <Dialog
          open={isOpen}
          onOpenChange={setIsOpen}
          title="Decide"
          trigger={
            <Button size="small" variant="secondary">
              Decide…<span className="sr-only"> {wish.chefName}</span>
            </Button>
          }
        >
          {isOpen ? <TimeOffDecision id={wish.id} onDone={() => setIsOpen(false)} /> : null}
        </Dialog>
      ) : null}
      <Button size="small" variant="quiet" isBusy={withdraw.isPending} onClick={() => withdraw.mutate()}>
        Withdraw<span className="sr-only"> {wish.chefName}</span>
      </Button>
    </div>
  )
}
