"use client"

import { LeadPage, LeadStage, type LeadSummary } from "@myhibachi/contract/leads"
import { classNames } from "@myhibachi/ui/class-names"
import { type DragEvent, useState } from "react"
import { More } from "@/lists/list-table.tsx"
import { Failure, Lines } from "@/lists/loaded.tsx"
import { usePages } from "@/lists/use-pages.ts"
import { LeadCard } from "./lead-card.tsx"
import { isMove, type Move, stageTitle } from "./lead-words.ts"
import { LostDialog } from "./lost-dialog.tsx"
import { useLeadChange } from "./use-lead-change.ts"

const DRAGGED = "application/x-lead"

/** Columns by stage. A card moves by dragging, or by its own choice of stages for the keyboard. */
export function LeadsBoard({ filter }: { filter: { search: string; owner: string } }) {
  const change = useLeadChange()
  const [losing, setLosing] = useState<LeadSummary | null>(null)
  const move = (lead: LeadSummary, stage: Move) => {
    if (stage === lead.stage) return
    if (stage === "lost") setLosing(lead)
    else change.mutate({ lead, change: { stage } })
  }
  return (
    <>
      <div className="grid gap-4 md:grid-cols-3 xl:grid-cols-5">
        {LeadStage.options.map((stage) => (
          <Column key={stage} stage={stage} filter={filter} onMove={move} />
        ))}
      </div>
      <LostDialog lead={losing} onClose={() => setLosing(null)} />
    </>
  )
}

interface ColumnProps {
  stage: LeadStage
  filter: { search: string; owner: string }
  onMove: (lead: LeadSummary, stage: Move) => void
}

function Column({ stage, filter, onMove }: ColumnProps) {
  const pages = usePages(LeadPage, "/v1/leads", { ...filter, stage }, { refetchMs: 30_000 })
  const [isOver, setIsOver] = useState(false)
  const takesCards = isMove(stage)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const lead = readDragged(event)
    if (lead && isMove(stage)) onMove(lead, stage)
  }
  return (
    <section
      aria-label={stageTitle[stage]}
      className={classNames(
        "min-w-0 rounded-card p-2 transition-colors duration-150",
        isOver && "bg-ember-soft",
      )}
      {...(takesCards
        ? {
            onDragOver: (event: DragEvent) => {
              event.preventDefault()
              setIsOver(true)
            },
            onDragLeave: () => setIsOver(false),
            onDrop: drop,
          }
        : {})}
    >
      <h2 className="mb-3 border-b-2 border-line-strong pb-2 font-semibold">{stageTitle[stage]}</h2>
      {pages.items === undefined && pages.error ? (
        <Failure error={pages.error} onRetry={pages.retry} />
      ) : null}
      {pages.items === undefined && !pages.error ? <Lines count={3} /> : null}
      <ul className="flex flex-col gap-3">
        {pages.items?.map((lead) => (
          <LeadCard
            key={lead.id}
            lead={lead}
            onMove={(next) => onMove(lead, next)}
            onDragStart={(event) => event.dataTransfer.setData(DRAGGED, JSON.stringify(lead))}
          />
        ))}
      </ul>
      {pages.items?.length === 0 ? <p className="text-sm text-ink-soft">Nobody.</p> : null}
      <More pages={pages} />
    </section>
  )
}

function readDragged(event: DragEvent): LeadSummary | null {
  const text = event.dataTransfer.getData(DRAGGED)
  // safe: this page wrote it when the drag began; anything else dropped here has another type
  return text ? (JSON.parse(text) as LeadSummary) : null
}
